package dev.cairn.pact.keyset;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.value.ModuleName;
import org.jspecify.annotations.Nullable;

/** Who may put what into namespaces (reference 4.3). */
public final class Namespaces {

  private Namespaces() {}

  /** Fails unless a new module may be installed where the transaction is. */
  public static void enforceInstall(Context context) {
    Transaction transaction = context.transaction();
    Namespace namespace = transaction.scope().namespace();
    if (namespace != null) {
      enforceUser(context, namespace);
    } else if (!transaction.environment().namespaces().rootIsOpen()) {
      throw PactException.fatal(
          "Namespace installation error: cannot install in root namespace",
          "Namespace installation failed. Cannot install modules in the root namespace.");
    }
  }

  static void enforceUser(Context context, Namespace namespace) {
    Token token = Token.magic("NAMESPACE", namespace.name());
    Capabilities.withMagic(context, token, () -> Guards.enforce(context, namespace.user()));
  }

  /** The name of a module that is installed now. */
  public static ModuleName qualified(@Nullable Namespace namespace, String name) {
    return namespace == null ? ModuleName.root(name) : new ModuleName(namespace.name(), name);
  }
}
