package dev.cairn.pact.chain;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.defpact.PactRun;
import dev.cairn.pact.defpact.PactStep;
import dev.cairn.pact.defpact.Yield;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.Interpreter;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.KeptModule;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.ModuleInstaller;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.util.List;

/**
 * Runs transactions on the states of chains. It keeps nothing between runs, so one engine serves
 * any number of threads; for hostile code those should come from {@link
 * dev.cairn.pact.eval.EvaluationThread}.
 */
public final class PactEngine {
  private static final Guard NOBODY = Guard.Keyset.of(List.of(), Guard.Keyset.KEYS_ALL);

  private final NativeTable natives = StandardNatives.table();

  /** Runs all of it, or leaves the database as it was. */
  public Outcome run(PactDatabase database, Run run) {
    PactDatabase.Savepoint before = database.savepoint();
    Transaction transaction = new Transaction(run.environment(), run.gas(), database, natives);
    run.granted().forEach(transaction.capabilities()::push);
    try {
      PactValue value = evaluate(transaction, run);
      return new Outcome.Success(
          value,
          transaction.events().events(),
          transaction.pact().execution(),
          transaction.writes().writes());
    } catch (PactException failure) {
      database.rollBackTo(before);
      return Failures.of(failure);
    } catch (StackOverflowError tooDeep) {
      database.rollBackTo(before);
      return Failures.of(PactException.fatal("Evaluation nests deeper than the stack"));
    }
  }

  /**
   * Makes a version of a module again that was installed before.
   *
   * @param environment with the hash of the transaction that installed it
   */
  public Module load(KeptModule kept, Environment environment) {
    MemoryDatabase bound = new MemoryDatabase();
    kept.bindings()
        .modules()
        .forEach((name, module) -> bound.write(Domain.MODULES, name.toString(), module));
    Transaction transaction = new Transaction(environment, GasMeter.free(), bound, natives);
    kept.bindings().names().forEach(transaction.scope().names()::put);
    String namespace = kept.name().namespace();
    if (namespace != null) {
      // Only its name counts: who may use it was asked when the module was installed.
      transaction.scope().enter(new Namespace(namespace, NOBODY, NOBODY));
    }
    TopLevel form = Program.parse(kept.code()).forms().get(0);
    return new ModuleInstaller(transaction).restore(form, kept);
  }

  private static PactValue evaluate(Transaction transaction, Run run) {
    Token acquired = run.acquired();
    if (acquired == null) {
      return work(transaction, run.work());
    }
    CapToken token = token(transaction, acquired);
    Context context = Context.topLevel(transaction);
    return Closure.pactValue(
        Capabilities.acquire(context, token, () -> work(transaction, run.work())));
  }

  private static CapToken token(Transaction transaction, Token wanted) {
    Definition definition = transaction.modules().member(wanted.name());
    if (!(definition instanceof Defcap capability)) {
      throw PactException.fatal("Expected a defcap for free variable " + wanted.name());
    }
    transaction.capabilityVersions().remember(capability);
    return new CapToken(capability.fullName(), wanted.arguments());
  }

  private static PactValue work(Transaction transaction, Work work) {
    if (work instanceof Work.Code code) {
      return code(transaction, code.program());
    }
    return continuation(transaction, (Work.Continuation) work);
  }

  private static PactValue code(Transaction transaction, Program program) {
    Interpreter interpreter = new Interpreter(transaction);
    PactValue last = PUnit.UNIT;
    for (TopLevel form : program.forms()) {
      last = interpreter.run(form);
    }
    return last;
  }

  private static PactValue continuation(Transaction transaction, Work.Continuation work) {
    PactExecution proved =
        work.proof() == null
            ? null
            : transaction.environment().spv().verifyContinuation(work.proof());
    Yield yield = proved == null ? null : proved.yield();
    PactStep step = new PactStep(work.step(), work.rollback(), work.pactId(), yield);
    Context context = Context.topLevel(transaction);
    return Closure.pactValue(PactRun.resume(context, step, proved));
  }
}
