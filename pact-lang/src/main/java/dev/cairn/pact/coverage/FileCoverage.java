package dev.cairn.pact.coverage;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.syntax.Declaration;
import dev.cairn.pact.syntax.TopLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What ran of one file. A line counts if an expression begins on it, and as often as that ran. */
public final class FileCoverage {
  private static final Comparator<Position> ORDER =
      Comparator.comparingInt(Position::line).thenComparingInt(Position::column);

  private final Path path;
  private final TreeMap<Position, Counter> counters = new TreeMap<>(ORDER);
  private final SortedMap<String, Code> code = new TreeMap<>();

  /** Where a function, capability or step of a defpact is declared, and where its body begins. */
  private record Code(Position declared, Position body) {}

  /** A function, capability or step of a defpact: its line from 1, and how often it was called. */
  public record Function(String name, int line, long hits) {}

  FileCoverage(Path path) {
    this.path = path;
  }

  public Path path() {
    return path;
  }

  Counter counter(Position position) {
    return counters.computeIfAbsent(position, any -> new Counter());
  }

  void declare(TopLevel form) {
    if (form instanceof TopLevel.Module module) {
      module.declarations().forEach(each -> declare(module.name() + ".", each));
    }
  }

  private void declare(String module, Declaration declaration) {
    String name = module + declaration.name();
    Position declared = declaration.position();
    if (declaration instanceof Declaration.Function function) {
      code.put(name, new Code(declared, function.body().get(0).position()));
    } else if (declaration instanceof Declaration.Capability capability) {
      code.put(name, new Code(declared, capability.body().get(0).position()));
    } else if (declaration instanceof Declaration.Pact pact) {
      for (int i = 0; i < pact.steps().size(); i++) {
        Declaration.Step step = pact.steps().get(i);
        code.put(name + "/" + i, new Code(step.position(), step.body().position()));
      }
    }
  }

  /** Line from 1, and how often it ran; only lines with code. */
  public SortedMap<Integer, Long> lines() {
    SortedMap<Integer, Long> lines = new TreeMap<>();
    counters.forEach((at, counter) -> lines.merge(at.line() + 1, counter.hits(), Math::max));
    return lines;
  }

  /** In the order of their names. */
  public List<Function> functions() {
    List<Function> functions = new ArrayList<>(code.size());
    code.forEach(
        (name, where) ->
            functions.add(new Function(name, where.declared().line() + 1, hits(where.body()))));
    return functions;
  }

  /** The body's first expression may be a list, which has no counter of its own. */
  private long hits(Position body) {
    Map.@Nullable Entry<Position, Counter> first = counters.ceilingEntry(body);
    return first == null ? 0 : first.getValue().hits();
  }

  public long linesHit() {
    return lines().values().stream().filter(hits -> hits > 0).count();
  }

  /** Share of the lines with code that ran, of 100; a file without code is covered. */
  public double percent() {
    int all = lines().size();
    return all == 0 ? 100 : 100.0 * linesHit() / all;
  }
}
