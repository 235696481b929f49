package dev.cairn.pact.repl;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.CallStack;
import dev.cairn.pact.keyset.KeysetNames;
import dev.cairn.pact.module.Modules;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeCall;
import dev.cairn.pact.typecheck.ModuleCheck;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The natives that print, load and tell versions. */
final class ToolNatives {
  /** Version of the language that this evaluator follows. */
  static final String VERSION = "5.4";

  private static final Pattern VERSION_TEXT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})*");

  private final Supplier<ReplSession> session;
  private final FileLoader files;
  private final Consumer<String> out;

  /** Runs a file, relative to the one that runs now. */
  @FunctionalInterface
  interface FileLoader {
    void load(String path, boolean reset);
  }

  ToolNatives(Supplier<ReplSession> session, FileLoader files, Consumer<String> out) {
    this.session = session;
    this.files = files;
    this.out = out;
  }

  List<Native> natives() {
    return List.of(
        Native.of("print", 1, this::print),
        Native.of("load", 1, call -> load(call, false)),
        Native.of("load", 2, call -> load(call, call.argument(1, PBool.class).value()))
            .as("load-with-env"),
        Native.of("typecheck", 1, this::typecheck),
        Native.of("pact-version", 0, call -> new PString(VERSION)),
        Native.of("enforce-pact-version", 1, this::enforceVersion),
        Native.of("enforce-pact-version", 2, this::enforceVersion).as("enforce-pact-version-range"),
        Native.of("env-stackframe", 0, this::stack),
        Native.of("env-enable-repl-natives", 1, this::enableNatives),
        Native.of("env-set-debug-flag", 1, call -> PUnit.UNIT));
  }

  private Value print(NativeCall call) {
    Value value = call.argument(0);
    out.accept(value instanceof PactValue known ? ValueText.repl(known) : value.typeName());
    return PUnit.UNIT;
  }

  private Value load(NativeCall call, boolean reset) {
    files.load(call.argument(0, PString.class).value(), reset);
    return PUnit.UNIT;
  }

  private Value typecheck(NativeCall call) {
    String name = call.argument(0, PString.class).value();
    if (!KeysetNames.isDotted(name, 2)) {
      throw call.failure("invalid module name format");
    }
    Modules modules = session.get().transaction().modules();
    new ModuleCheck(modules).check(modules.get(KeysetNames.moduleName(name)));
    return PUnit.UNIT;
  }

  private Value enforceVersion(NativeCall call) {
    String least = call.argument(0, PString.class).value();
    boolean holds = Arrays.compare(parts(least), parts(VERSION)) <= 0;
    if (call.size() > 1) {
      String most = call.argument(1, PString.class).value();
      holds = holds && Arrays.compare(parts(VERSION), parts(most)) <= 0;
    }
    if (!holds) {
      throw PactException.fatal(
          "Enforce pact-version failed: Current Version: "
              + VERSION
              + " Minimum Version: "
              + least);
    }
    return PBool.TRUE;
  }

  private static int[] parts(String version) {
    if (!VERSION_TEXT.matcher(version).matches()) {
      throw PactException.fatal(
          "Enforce pact-version failed: Could not parse "
              + version
              + ", expect list of dot-separated integers");
    }
    return Pattern.compile("\\.").splitAsStream(version).mapToInt(Integer::parseInt).toArray();
  }

  private Value stack(NativeCall call) {
    List<PactValue> calls = new ArrayList<>();
    CallStack.Call top = session.get().transaction().calls().top();
    for (CallStack.Call running = top; running != null; running = running.below()) {
      calls.add(new PString(running.definition().qualifiedName().toString()));
    }
    return PList.of(calls);
  }

  private Value enableNatives(NativeCall call) {
    boolean enabled = call.argument(0, PBool.class).value();
    session.get().allowReplNativesInModules(enabled);
    return new PString("repl natives " + (enabled ? "enabled" : "disabled"));
  }
}
