package dev.cairn.pact.module;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.ModuleAdmin;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.eval.Purity;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.gas.LoadingCost;
import dev.cairn.pact.gas.StorageCost;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.keyset.Guards;
import dev.cairn.pact.keyset.Namespaces;
import dev.cairn.pact.modulehash.DependencySearch;
import dev.cairn.pact.modulehash.ModuleHasher;
import dev.cairn.pact.modulehash.ModuleSize;
import dev.cairn.pact.resolve.Resolver;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Installs and upgrades modules and interfaces, step by step as reference 4.2 has it. */
public final class ModuleInstaller {
  private final Transaction transaction;
  private final Context context;

  public ModuleInstaller(Transaction transaction) {
    this.transaction = transaction;
    this.context = Context.topLevel(transaction);
  }

  /** Installs the module, or replaces the one of that name if its governance allows that. */
  public Module install(TopLevel.Module form) {
    enforceGovernance(qualified(form.name()));
    Module module = bound(form.code(), () -> new Resolver(transaction).module(form));
    seal(module);
    if (module.governance() instanceof Governance.Keyset keyset) {
      enforceKeyset(module.name(), keyset);
    }
    addDependencies(module);
    store(observed(form, module));
    transaction.capabilities().grantAdmin(module.name());
    return module;
  }

  /** The same module for somebody who looks on while it runs; that costs no gas. */
  private Module observed(TopLevel.Module form, Module module) {
    if (transaction.probes() == Probes.NONE) {
      return module;
    }
    long spent = transaction.gas().milligasUsed();
    Module copy = new Resolver(transaction).observedModule(form);
    evaluateConstants(copy);
    copy.seal(module.hash());
    copy.stored(module.exports(), module.storedBytes());
    copy.bind(module.bindings());
    transaction.gas().reset(spent);
    return copy;
  }

  /** Installs the interface; it can never be replaced. */
  public Module install(TopLevel.Interface form) {
    ModuleName name = qualified(form.name());
    if (transaction.modules().find(name) != null) {
      throw PactException.fatal("Interface cannot be upgraded: " + name);
    }
    Namespaces.enforceInstall(context);
    Module contract = bound(form.code(), () -> new Resolver(transaction).contract(form));
    seal(contract);
    addDependencies(contract);
    store(contract);
    return contract;
  }

  /** Makes the version again that was installed before: nobody is asked, nothing is charged. */
  public Module restore(TopLevel form, KeptModule kept) {
    Resolver resolver = new Resolver(transaction);
    Module module =
        form instanceof TopLevel.Module code
            ? resolver.module(code)
            : resolver.contract((TopLevel.Interface) form);
    module.bind(kept.bindings());
    for (Definition definition : module.definitions()) {
      if (definition instanceof Defconst constant) {
        constant.evaluated(Objects.requireNonNull(kept.constants().get(constant.name())));
      }
    }
    module.seal(ModuleHasher.hash(module));
    Map<FullyQualifiedName, Definition> exports = DependencySearch.members(module);
    kept.dependencies().forEach(each -> exports.put(each.fullName(), each));
    module.stored(exports, kept.storedBytes());
    return module;
  }

  /** Resolves a module and notes what it found. */
  private Module bound(String code, Supplier<Module> resolution) {
    Map<String, Definition> inSight = new HashMap<>(transaction.scope().names());
    // Most of what is in sight its code cannot mean.
    inSight.keySet().removeIf(name -> !code.contains(name));
    transaction.modules().forgetFound();
    Module module = resolution.get();
    module.bind(new Bindings(transaction.modules().found(), inSight));
    return module;
  }

  private ModuleName qualified(String name) {
    return Namespaces.qualified(transaction.scope().namespace(), name);
  }

  private void enforceGovernance(ModuleName name) {
    @Nullable Module present = transaction.modules().findAlone(name);
    if (present == null) {
      Namespaces.enforceInstall(context);
      return;
    }
    LoadedModules.Mark before = transaction.modules().loaded().mark();
    if (present.isInterface()) {
      throw PactException.fatal("Expected module, found interface: " + name);
    } else if (present.governance() instanceof Governance.Keyset keyset) {
      enforceKeyset(name, keyset);
    } else {
      ModuleAdmin.acquire(context, present);
    }
    transaction.modules().loaded().returnTo(before);
  }

  private void enforceKeyset(ModuleName module, Governance.Keyset keyset) {
    Guard guard = new Guard.KeysetReference(keyset.name());
    Token token = Token.magic("MODULE_KEYSET", module.toString());
    Capabilities.withMagic(context, token, () -> Guards.enforce(context, guard));
  }

  /** Evaluates the constants and computes the hash. */
  private void seal(Module module) {
    context.charge(LoadingCost.resolving(ModuleSize.resolved(module, transaction.storedForm())));
    evaluateConstants(module);
    context.charge(TextCost.hashing(ModuleSize.hashed(module, transaction.storedForm())));
    module.seal(ModuleHasher.hash(module));
  }

  /** Finds what the module needs of others; that is stored with it. */
  private void addDependencies(Module module) {
    Map<FullyQualifiedName, Definition> loaded = transaction.modules().loaded().definitions();
    boolean byName = module.isInterface() || transaction.environment().has(Flag.DISABLE_PACT_51);
    Map<FullyQualifiedName, Definition> dependencies =
        byName
            ? DependencySearch.ofNamedModules(module, loaded)
            : DependencySearch.of(module, loaded, context::charge);
    StoredForm form = transaction.storedForm();
    context.charge(StorageCost.writing(ModuleSize.stored(module, dependencies, form)));
    Map<FullyQualifiedName, Definition> exports = DependencySearch.members(module);
    exports.putAll(dependencies);
    module.stored(exports, ModuleSize.encoded(module, dependencies, form));
  }

  private void evaluateConstants(Module module) {
    for (Definition definition : module.definitions()) {
      if (definition instanceof Defconst constant) {
        evaluate(constant);
      }
    }
  }

  /** Evaluates the constant; its code sees no tables. */
  public void evaluate(Defconst constant) {
    Context limited = context.restrictedTo(Purity.SYSTEM_ONLY);
    Frame frame = Frame.of(constant.body(), new Value[0], limited);
    PactValue value = Closure.pactValue(constant.body().term().eval(frame));
    Parameter.check(constant.type(), value, context::charge);
    constant.evaluated(value);
  }

  private void store(Module module) {
    transaction.modules().store(module);
    for (Definition definition : module.definitions()) {
      if (!(definition instanceof Signature)) {
        transaction.scope().add(definition);
      }
    }
  }
}
