package dev.cairn.devnet.replay;

import dev.cairn.devnet.replay.Verdict.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The verdicts, counted by recording, with the reason of each that is not the same. */
final class ComparisonTable {

  private static final Path DIRECTORY = Path.of("target", "node-comparison");

  private final String title;
  private final List<Verdict> verdicts;

  ComparisonTable(String title, List<Verdict> verdicts) {
    this.title = title;
    this.verdicts = List.copyOf(verdicts);
  }

  /** The part of all verdicts that is of a kind. */
  double share(Kind kind) {
    long count = verdicts.stream().filter(verdict -> verdict.kind() == kind).count();
    return (double) count / verdicts.size();
  }

  /** Writes the table where reports are kept. */
  void write(String name) {
    try {
      Files.createDirectories(DIRECTORY);
      Files.writeString(DIRECTORY.resolve(name + ".md"), toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("# " + title);
    lines.add("");
    lines.add("| recording | same text | same shape | different | not comparable |");
    lines.add("|---|---|---|---|---|");
    Map<String, List<Verdict>> byFile = new TreeMap<>();
    verdicts.forEach(
        verdict -> byFile.computeIfAbsent(verdict.file(), file -> new ArrayList<>()).add(verdict));
    byFile.forEach((file, found) -> lines.add(row(file, found)));
    lines.add(row("all", verdicts));
    lines.add("");
    verdicts.stream()
        .filter(
            verdict -> verdict.kind() == Kind.DIFFERENT || verdict.kind() == Kind.NOT_COMPARABLE)
        .map(verdict -> "- " + verdict)
        .forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }

  private static String row(String name, Collection<Verdict> found) {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    found.forEach(verdict -> counts.merge(verdict.kind(), 1, Integer::sum));
    StringBuilder row = new StringBuilder("| " + name + " |");
    for (Kind kind : Kind.values()) {
      row.append(' ').append(counts.getOrDefault(kind, 0)).append(" |");
    }
    return row.toString();
  }
}
