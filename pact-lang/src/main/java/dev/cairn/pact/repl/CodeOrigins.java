package dev.cairn.pact.repl;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.keyset.Namespaces;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.syntax.TopLevel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that modules, and definitions outside modules, were loaded from. */
final class CodeOrigins {
  private final Map<String, Path> files = new HashMap<>();

  void add(@Nullable Namespace namespace, TopLevel.Module module, Path file) {
    files.put(Namespaces.qualified(namespace, module.name()).toString(), file);
  }

  void add(Definition definition, Path file) {
    files.put(definition.qualifiedName().toString(), file);
  }

  /** Message and place of the failure; with calls, the place of the form and of the innermost. */
  String describe(PactException failure, Path file, Position form) {
    Position at = failure.position();
    boolean atTopLevel = failure.callStack().isEmpty();
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(atTopLevel && at != null ? at : form);
    text.append(": ").append(failure.replText());
    boolean innermost = at != null;
    for (String call : failure.callStack()) {
      text.append("\n  in ").append(call);
      if (innermost) {
        text.append(" at ").append(place(call, at));
      }
      innermost = false;
    }
    return text.toString();
  }

  private String place(String call, @Nullable Position position) {
    int member = call.lastIndexOf('.');
    Path file = files.get(call);
    if (file == null && member > 0) {
      file = files.get(call.substring(0, member));
    }
    return file == null ? "" + position : file + ":" + position;
  }
}
