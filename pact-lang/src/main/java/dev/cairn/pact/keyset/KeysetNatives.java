package dev.cairn.pact.keyset;

import dev.cairn.pact.capability.Capabilities;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.TopLevelOnly;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.gas.StorageCost;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.message.RequestKeyset;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.CodePoints;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.KeysetName;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.Value;
import java.util.List;

/** The natives of keysets and guards. */
public final class KeysetNatives {
  private static final long DEFINE_MILLIGAS = 5_000;
  private static final long DESCRIBE_MILLIGAS = 100_000;
  private static final long ENFORCE_MILLIGAS = 2_000;
  private static final long GUARD_MILLIGAS = 200;

  private KeysetNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("enforce-guard", 1, ENFORCE_MILLIGAS, KeysetNatives::enforceGuard),
        ContextFunction.named("enforce-keyset", 1, ENFORCE_MILLIGAS, KeysetNatives::enforceGuard),
        ContextFunction.named("keyset-ref-guard", 1, ENFORCE_MILLIGAS, KeysetNatives::reference),
        ContextFunction.named("create-module-guard", 1, GUARD_MILLIGAS, KeysetNatives::moduleGuard),
        ContextFunction.named("create-pact-guard", 1, GUARD_MILLIGAS, KeysetNatives::pactGuard),
        ContextFunction.named("define-keyset", 2, DEFINE_MILLIGAS, KeysetNatives::define),
        ContextFunction.named("define-keyset", 1, DEFINE_MILLIGAS, KeysetNatives::defineFromData)
            .as("define-read-keyset"),
        ContextFunction.named("describe-keyset", 1, DESCRIBE_MILLIGAS, KeysetNatives::describe));
  }

  private static Value enforceGuard(Context context, NativeCall call) {
    if (call.argument(0) instanceof PString name) {
      context.charge(TextCost.parsing(CodePoints.length(name.value())));
      KeysetName keyset = KeysetNames.keysetName(name.value());
      return Guards.enforce(context, new Guard.KeysetReference(keyset));
    }
    return Guards.enforce(context, call.argument(0, Guard.class));
  }

  private static Value reference(Context context, NativeCall call) {
    String text = call.argument(0, PString.class).value();
    context.charge(TextCost.parsing(CodePoints.length(text)));
    KeysetName name = KeysetNames.keysetName(text);
    Guards.keyset(context.transaction(), name);
    return new Guard.KeysetReference(name);
  }

  private static Value moduleGuard(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    ModuleName module = context.transaction().calls().callingModule();
    if (module == null) {
      throw call.failure("create-module-guard: must call within module");
    }
    return new Guard.ModuleGuard(module, name);
  }

  private static Value pactGuard(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    return new Guard.PactGuard(context.transaction().pact().id(), name);
  }

  private static Value describe(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    TopLevelOnly.require(context, "describe-keyset");
    return Guards.keyset(context.transaction(), KeysetNames.keysetName(name));
  }

  private static Value define(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    Guard.Keyset keyset = call.argument(1, Guard.Keyset.class);
    TopLevelOnly.require(context, "define-keyset");
    return define(context, name, keyset);
  }

  private static Value defineFromData(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    TopLevelOnly.require(context, "define-keyset");
    Guard.Keyset keyset =
        RequestKeyset.read(context, name)
            .orElseThrow(
                () ->
                    PactException.recoverable(
                        "define-keyset failure",
                        "define-keyset failed. Invalid format or missing key."));
    return define(context, name, keyset);
  }

  private static Value define(Context context, String text, Guard.Keyset keyset) {
    KeysetName name = KeysetNames.keysetName(text);
    Transaction transaction = context.transaction();
    PactDatabase database = transaction.database();
    Guard.Keyset present = database.read(Domain.KEYSETS, name.toString());
    if (present != null) {
      Token token = Token.magic("DEFINE_KEYSET", text);
      Capabilities.withMagic(context, token, () -> Guards.enforce(context, present));
    } else if (transaction.environment().has(Flag.REQUIRE_KEYSET_NAMESPACE)) {
      enforceNamespace(context, name);
    }
    context.charge(StorageCost.writing(ValueSize.ofGuardAlone(keyset)));
    database.write(Domain.KEYSETS, name.toString(), keyset);
    return new PString("Keyset write success");
  }

  private static void enforceNamespace(Context context, KeysetName name) {
    Namespace namespace = context.transaction().scope().namespace();
    if (namespace == null) {
      throw PactException.fatal(
          "Cannot define keyset outside of a namespace",
          "Cannot define keyset outside of a namespace.");
    }
    if (!namespace.name().equals(name.namespace())) {
      throw PactException.fatal(
          "Error defining keyset, namespace mismatch, expected " + namespace.name(),
          "Defining keyset failed because of a namespace mismatch. Expected namespace: "
              + namespace.name());
    }
    Namespaces.enforceUser(context, namespace);
  }
}
