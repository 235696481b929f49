package dev.cairn.pact.keyset;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.FunctionClosure;
import dev.cairn.pact.eval.TopLevelOnly;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.gas.StorageCost;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The natives of namespaces. */
public final class NamespaceNatives {
  private static final long DEFINE_MILLIGAS = 25_000;
  private static final long DESCRIBE_MILLIGAS = 100_000;
  private static final int SHOWN_ON_CHAIN = 10;

  /** A Latin-1 letter, then Latin-1 letters, digits and the symbols of names. */
  private static final Pattern NAME =
      Pattern.compile(
          "[\\p{L}&&[\\x00-\\xff]][[\\p{L}\\p{Nd}&&[\\x00-\\xff]]%#+\\-_&$@<>=^?*!|/~]*");

  private NamespaceNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("namespace", 1, NamespaceNatives::enter),
        ContextFunction.named("define-namespace", 3, DEFINE_MILLIGAS, NamespaceNatives::define),
        ContextFunction.named(
            "describe-namespace", 1, DESCRIBE_MILLIGAS, NamespaceNatives::describe));
  }

  private static Value enter(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    TopLevelOnly.require(context, "namespace");
    Transaction transaction = context.transaction();
    if (name.isEmpty()) {
      transaction.scope().enter(null);
      return new PString("Namespace reset to root");
    }
    transaction.scope().enter(existing(context, name));
    return new PString("Namespace set to " + name);
  }

  private static Namespace existing(Context context, String name) {
    Namespace namespace = stored(context, name);
    if (namespace == null) {
      throw PactException.fatal(
          "Namespace not found: " + name, "Namespace not found: " + shortened(name));
    }
    return namespace;
  }

  private static @Nullable Namespace stored(Context context, String name) {
    context.charge(StorageCost.reading(CodePoints.length(name)));
    Namespace namespace = context.transaction().database().read(Domain.NAMESPACES, name);
    if (namespace != null) {
      context.charge(StorageCost.reading(size(namespace)));
    }
    return namespace;
  }

  private static long size(Namespace namespace) {
    return ValueSize.ofNamespace(namespace.name(), namespace.user(), namespace.admin());
  }

  private static String shortened(String name) {
    return name.length() <= SHOWN_ON_CHAIN ? name : name.substring(0, SHOWN_ON_CHAIN) + "...";
  }

  private static Value describe(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    Namespace namespace = existing(context, name);
    return PObject.of(
        Map.of(
            "user-guard", namespace.user(),
            "admin-guard", namespace.admin(),
            "namespace-name", new PString(name)));
  }

  private static Value define(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    Guard user = call.argument(1, Guard.class);
    Guard admin = call.argument(2, Guard.class);
    TopLevelOnly.require(context, "define-namespace");
    if (!NAME.matcher(name).matches()) {
      throw call.failure("invalid namespace format");
    }
    Transaction transaction = context.transaction();
    Namespace present = stored(context, name);
    if (present == null) {
      enforcePolicy(context, call, name, admin);
    } else {
      Token token = Token.magic("DEFINE_NAMESPACE", name);
      Capabilities.withMagic(context, token, () -> Guards.enforce(context, present.admin()));
    }
    Namespace namespace = new Namespace(name, user, admin);
    context.charge(StorageCost.writing(size(namespace)));
    transaction.database().write(Domain.NAMESPACES, name, namespace);
    return new PString("Namespace defined: " + name);
  }

  private static void enforcePolicy(Context context, NativeCall call, String name, Guard admin) {
    NamespacePolicy policy = context.transaction().environment().namespaces();
    if (!(policy instanceof NamespacePolicy.Smart smart)) {
      return;
    }
    Definition definition = context.transaction().modules().member(smart.function());
    if (!(definition instanceof Defun function)) {
      throw call.failure("Fatal error: namespace manager function is not a defun");
    }
    Value answer = new FunctionClosure(function, context).apply(new PString(name), admin);
    if (!(answer instanceof PBool allowed)) {
      throw call.failure("Namespace manager function returned an invalid value");
    }
    if (!allowed.value()) {
      throw call.failure("Namespace definition not permitted");
    }
  }
}
