package dev.cairn.pact.chain;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
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
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.ModuleInstaller;
import dev.cairn.pact.natives.NativeTable;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.CapToken;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;

/**
 * Runs transactions on the states of chains. It keeps nothing between runs, so one engine serves
 * any number of threads; for hostile code those should come from {@link
 * dev.cairn.pact.eval.EvaluationThread}.
 */
public final class PactEngine {
  private final NativeTable natives = StandardNatives.table();

  /** Runs all of it, or leaves the state as it was. */
  public Outcome run(ContractState before, Run run) {
    MemoryDatabase database = MemoryDatabase.at(before);
    Transaction transaction = new Transaction(run.environment(), run.gas(), database, natives);
    run.granted().forEach(transaction.capabilities()::push);
    try {
      PactValue value = evaluate(transaction, run);
      return new Outcome.Success(
          database.state(),
          value,
          transaction.events().events(),
          transaction.pact().execution(),
          transaction.writes().writes());
    } catch (PactException failure) {
      return Failures.of(failure);
    } catch (StackOverflowError tooDeep) {
      return Failures.of(PactException.fatal("Evaluation nests deeper than the stack"));
    }
  }

  /**
   * Puts a module back that was installed before; code and environment are those of then.
   *
   * @throws PactException if it uses something that is not there
   */
  public ContractState reload(
      ContractState before, ModuleName name, String code, Environment environment) {
    MemoryDatabase database = MemoryDatabase.at(before);
    Transaction transaction = new Transaction(environment, GasMeter.free(), database, natives);
    if (name.namespace() != null) {
      transaction.scope().enter(database.read(Domain.NAMESPACES, name.namespace()));
    }
    ModuleInstaller installer = new ModuleInstaller(transaction);
    Program.parse(code).forms().forEach(installer::restore);
    return database.state();
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
