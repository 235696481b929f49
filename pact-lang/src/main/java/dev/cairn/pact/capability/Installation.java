package dev.cairn.pact.capability;

import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.module.Defcap;
import java.util.Optional;

/** Installing managed capabilities, by code or by the signature that carries their token. */
final class Installation {

  private Installation() {}

  /** Installs the token for code that asks for it. */
  static void byCode(Context context, Defcap capability, Token token) {
    Transaction transaction = context.transaction();
    ManagedInstance instance = instance(capability, token);
    refuseSecond(transaction.capabilities(), instance);
    if (instance.managed() != null && fromSignature(transaction, capability, token).isPresent()) {
      throw CapabilityErrors.alreadyInstalled(token);
    }
    transaction.capabilities().putManaged(instance);
    transaction.capabilities().addAutonomous(token);
  }

  /** Installs the token for a test in the REPL; that does not weaken unlimited signatures. */
  static void forTest(Context context, Defcap capability, Token token) {
    ManagedInstance instance = instance(capability, token);
    refuseSecond(context.transaction().capabilities(), instance);
    context.transaction().capabilities().putManaged(instance);
  }

  /** The installed instance for the token; a signature's token is installed now. */
  static ManagedInstance required(Context context, Defcap capability, Token token) {
    Transaction transaction = context.transaction();
    CapabilityState state = transaction.capabilities();
    ManagedInstance present = state.managed(key(capability, token));
    if (present != null) {
      return present;
    }
    Token signed =
        fromSignature(transaction, capability, token)
            .orElseThrow(() -> CapabilityErrors.notInstalled(token));
    ManagedInstance instance = instance(capability, signed);
    state.putManaged(instance);
    return instance;
  }

  private static Optional<Token> fromSignature(
      Transaction transaction, Defcap capability, Token token) {
    Token key = key(capability, token);
    int arity = capability.arity();
    return transaction
        .environment()
        .signatures()
        .tokens()
        .filter(signed -> signed.name().equals(token.name()))
        .filter(signed -> signed.arguments().size() == arity)
        .filter(signed -> key(capability, signed).equals(key))
        .findFirst();
  }

  private static ManagedInstance instance(Defcap capability, Token token) {
    if (capability.meta() instanceof Defcap.Meta.Managed meta) {
      return new ManagedInstance(
          token.without(meta.index()), token, token.arguments().items().get(meta.index()), false);
    }
    if (capability.meta() instanceof Defcap.Meta.AutoManaged) {
      return new ManagedInstance(token, token, null, false);
    }
    throw CapabilityErrors.notManaged(token.name());
  }

  private static Token key(Defcap capability, Token token) {
    return capability.meta() instanceof Defcap.Meta.Managed meta
        ? token.without(meta.index())
        : token;
  }

  private static void refuseSecond(CapabilityState state, ManagedInstance instance) {
    if (state.managed(instance.key()) != null) {
      throw CapabilityErrors.alreadyInstalled(instance.original());
    }
  }
}
