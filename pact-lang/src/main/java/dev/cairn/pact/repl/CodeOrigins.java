package dev.cairn.pact.repl;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.keyset.Namespaces;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.syntax.TopLevel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The files that modules, and definitions outside modules, were loaded from. */
final class CodeOrigins {
  private final Map<String, Path> files = new HashMap<>();
  private final Map<Path, List<String>> sources = new HashMap<>();

  void add(@Nullable Namespace namespace, TopLevel.Module module, Path file) {
    files.put(Namespaces.qualified(namespace, module.name()).toString(), file);
  }

  void add(Definition definition, Path file) {
    files.put(definition.qualifiedName().toString(), file);
  }

  /** Remembers what the file holds, to show it with failures. */
  void source(Path file, String text) {
    sources.put(file, text.lines().toList());
  }

  /** Place and message of the failure, the code there, and the calls that it ended. */
  String describe(PactException failure, Path file, Position form) {
    Path innermost = failure.callStack().isEmpty() ? file : fileOf(failure.callStack().get(0));
    Position known = failure.position();
    Path at = innermost == null || known == null ? file : innermost;
    Position place = innermost == null || known == null ? form : known;
    StringBuilder text = new StringBuilder();
    text.append(at).append(':');
    if (sources.containsKey(at)) { // else it is the whole file that cannot be read
      text.append(place).append(':');
    }
    text.append(' ').append(failure.replText());
    text.append(Excerpt.of(sources.getOrDefault(at, List.of()), place));
    failure.callStack().forEach(call -> text.append("\n  at ").append(call));
    if (!failure.callStack().isEmpty()) {
      text.append("\n  at ").append(file).append(':').append(form);
    }
    return text.toString();
  }

  private @Nullable Path fileOf(String call) {
    int member = call.lastIndexOf('.');
    Path file = files.get(call);
    return file == null && member > 0 ? files.get(call.substring(0, member)) : file;
  }
}
