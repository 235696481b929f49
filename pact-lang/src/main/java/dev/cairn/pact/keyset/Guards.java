package dev.cairn.pact.keyset;

import dev.cairn.pact.capability.ModuleAdmin;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.FunctionClosure;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import dev.cairn.pact.value.Value;

/** Enforcing guards of every kind (reference 2.4). */
public final class Guards {

  private Guards() {}

  /** Fails unless the transaction satisfies the guard. */
  public static PactValue enforce(Context context, Guard guard) {
    if (guard instanceof Guard.Keyset keyset) {
      KeysetCheck.enforce(context, keyset);
    } else if (guard instanceof Guard.KeysetReference reference) {
      KeysetCheck.enforce(context, keyset(context.transaction(), reference.name()));
    } else if (guard instanceof Guard.UserGuard user) {
      enforceUser(context, user);
    } else if (guard instanceof Guard.CapabilityGuard capability) {
      enforceCapability(context.transaction(), capability);
    } else if (guard instanceof Guard.ModuleGuard module) {
      enforceModule(context, module);
    } else if (guard instanceof Guard.PactGuard pact) {
      requirePact(context.transaction(), pact.pactId());
    }
    return PBool.TRUE;
  }

  /** The keyset of that name, which must be defined. */
  public static Guard.Keyset keyset(Transaction transaction, KeysetName name) {
    Guard.Keyset keyset = transaction.database().read(Domain.KEYSETS, name.toString());
    if (keyset == null) {
      throw PactException.fatal(
          "Cannot find keyset in database: '" + name,
          "Cannot find keyset in the database: " + name);
    }
    return keyset;
  }

  /** The result of the function does not count, only whether it fails. */
  private static void enforceUser(Context context, Guard.UserGuard guard) {
    Definition definition = context.transaction().modules().member(guard.function());
    if (!(definition instanceof Defun function)) {
      throw mustBeFunction(guard.function(), definition.kind());
    }
    if (function.arity() != guard.args().size()) {
      throw Closure.unexpectedPartial();
    }
    Value[] arguments = guard.args().items().toArray(new Value[0]);
    new FunctionClosure(function, context.forCondition()).apply(arguments);
  }

  /** The failure of a user guard that names something else than a function. */
  public static PactException mustBeFunction(QualifiedName name, String kind) {
    return PactException.fatal(
        "User guard closure " + name + " must be defun, got" + kind,
        "User guard closure " + name + " must be in a defun declaration, but got: " + kind);
  }

  private static void enforceCapability(Transaction transaction, Guard.CapabilityGuard guard) {
    if (guard.pactId() != null) {
      requirePact(transaction, guard.pactId());
    }
    if (!transaction.capabilities().isGranted(new Token(guard.name(), guard.args()))) {
      throw PactException.recoverable(
          "Capability not acquired: " + new Token(guard.name(), guard.args()),
          "Capability not acquired: " + guard.name());
    }
  }

  private static void enforceModule(Context context, Guard.ModuleGuard guard) {
    Transaction transaction = context.transaction();
    if (!transaction.calls().isRunning(guard.module())) {
      ModuleAdmin.acquire(context, transaction.modules().module(guard.module()));
    }
  }

  private static void requirePact(Transaction transaction, String pactId) {
    String running = transaction.pact().id();
    if (!running.equals(pactId)) {
      throw PactException.recoverable(
          "Capability pact guard failed: invalid pact id, expected " + pactId + " got " + running,
          "Pact guard failed because of an invalid pact id. Expected: "
              + pactId
              + ", but got: "
              + running);
    }
  }
}
