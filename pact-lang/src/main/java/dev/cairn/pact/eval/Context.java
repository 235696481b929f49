package dev.cairn.pact.eval;

import dev.cairn.pact.defpact.PactStep;
import dev.cairn.pact.natives.NativeContext;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.Value;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What running code may do. Closures keep the context in which they were made.
 *
 * @param inCapability whether the code runs for the body of a capability
 * @param reentrant modules that have called out through a module reference
 * @param step the step of a defpact that the code belongs to
 */
public record Context(
    Transaction transaction,
    Purity purity,
    boolean inCapability,
    Set<ModuleName> reentrant,
    @Nullable PactStep step)
    implements NativeContext {

  /** Of top-level code. */
  public static Context topLevel(Transaction transaction) {
    return new Context(transaction, Purity.IMPURE, false, Set.of(), null);
  }

  /** The same, with no more rights than the purity leaves. */
  public Context restrictedTo(Purity limit) {
    Purity both = purity.restrictedTo(limit);
    return both == purity ? this : new Context(transaction, both, inCapability, reentrant, step);
  }

  public Context readOnly() {
    return restrictedTo(Purity.READ_ONLY);
  }

  /** For conditions of {@code enforce} and for user guards. */
  public Context forCondition() {
    boolean beforePact53 = transaction.environment().has(Flag.DISABLE_PACT_53);
    return restrictedTo(beforePact53 ? Purity.SYSTEM_ONLY : Purity.READ_ONLY);
  }

  public Context insideCapability() {
    return new Context(transaction, purity, true, reentrant, step);
  }

  public Context inStep(PactStep next) {
    return new Context(transaction, purity, inCapability, reentrant, next);
  }

  /** The same after the running module has called out through a module reference. */
  public Context calledOut() {
    ModuleName caller = transaction.calls().callingModule();
    if (caller == null || reentrant.contains(caller)) {
      return this;
    }
    Set<ModuleName> modules = new HashSet<>(reentrant);
    modules.add(caller);
    return new Context(transaction, purity, inCapability, modules, step);
  }

  /** How functions of the module run: read-only if they are entered again. */
  Context enter(ModuleName module) {
    boolean again =
        reentrant.contains(module) && !transaction.environment().has(Flag.DISABLE_REENTRANCY_CHECK);
    return again ? readOnly() : this;
  }

  @Override
  public Value call(Value closure, Value... arguments) {
    return Closure.of(closure).apply(arguments);
  }

  @Override
  public void charge(long milligas) {
    transaction.gas().charge(milligas);
  }
}
