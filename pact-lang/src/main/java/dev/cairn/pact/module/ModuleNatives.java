package dev.cairn.pact.module;

import dev.cairn.pact.db.Domain;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.ContextFunction;
import dev.cairn.pact.eval.TopLevelOnly;
import dev.cairn.pact.gas.StorageCost;
import dev.cairn.pact.keyset.KeysetNames;
import dev.cairn.pact.modulehash.DependencySearch;
import dev.cairn.pact.modulehash.ModuleSize;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.value.FullyQualifiedName;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The natives that tell of modules. */
public final class ModuleNatives {
  private static final long DESCRIBE_MILLIGAS = 100_000;

  private ModuleNatives() {}

  public static List<Native> natives() {
    return List.of(
        ContextFunction.named("describe-module", 1, DESCRIBE_MILLIGAS, ModuleNatives::describe),
        ContextFunction.named("list-modules", 0, DESCRIBE_MILLIGAS, ModuleNatives::list),
        ContextFunction.named("static-redeploy", 1, ModuleNatives::redeploy));
  }

  private static Value describe(Context context, NativeCall call) {
    TopLevelOnly.require(context, "describe-module");
    TopLevelOnly.requireLocal(context, "describe-module");
    Module module = named(context, call);
    Map<String, PactValue> fields = new HashMap<>();
    fields.put("name", new PString(module.name().toString()));
    fields.put("hash", new PString(module.hash().text()));
    fields.put("tx_hash", new PString(module.transactionHash()));
    fields.put("code", new PString(module.code()));
    if (!module.isInterface()) {
      fields.put(
          "interfaces",
          PList.of(
              module.implemented().stream().map(name -> new PString(name.toString())).toList()));
    }
    return PObject.of(fields);
  }

  private static Module named(Context context, NativeCall call) {
    String name = call.argument(0, PString.class).value();
    if (!KeysetNames.isDotted(name, 2)) {
      throw call.failure("invalid module name format");
    }
    return context.transaction().modules().get(KeysetNames.moduleName(name));
  }

  // Names decide before namespaces, as in a node's lists.
  private static final Comparator<String> BY_NAME =
      Comparator.comparing((String name) -> name.substring(name.lastIndexOf('.') + 1))
          .thenComparing(Comparator.naturalOrder());

  private static Value list(Context context, NativeCall call) {
    TopLevelOnly.requireLocal(context, "list-modules");
    List<String> names = context.transaction().database().keys(Domain.MODULES);
    return PList.of(names.stream().sorted(BY_NAME).map(PString::new).toList());
  }

  /** Stores the module again as it is; here that changes nothing. */
  private static Value redeploy(Context context, NativeCall call) {
    TopLevelOnly.require(context, "static-redeploy");
    Module module = named(context, call);
    Map<FullyQualifiedName, Definition> dependencies = new HashMap<>(module.exports());
    dependencies.keySet().removeAll(DependencySearch.members(module).keySet());
    long bytes = ModuleSize.stored(module, dependencies, context.transaction().storedForm());
    context.charge(StorageCost.writing(bytes));
    return PUnit.UNIT;
  }
}
