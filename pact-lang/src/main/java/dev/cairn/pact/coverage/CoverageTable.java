package dev.cairn.pact.coverage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Coverage for a reader: a line per file, with the lines that no test reached. */
public final class CoverageTable {

  private CoverageTable() {}

  /** {@code 98.1% 52/53 lines 17/17 functions anchor.pact missed: 12}. */
  public static String of(Coverage coverage) {
    return coverage.files().stream().map(CoverageTable::row).collect(Collectors.joining());
  }

  private static String row(FileCoverage file) {
    List<FileCoverage.Function> functions = file.functions();
    long called = functions.stream().filter(each -> each.hits() > 0).count();
    return String.format(
        Locale.ROOT,
        "%6.1f%%  %d/%d lines  %d/%d functions  %s%s%n",
        file.percent(),
        file.linesHit(),
        file.lines().size(),
        called,
        functions.size(),
        name(file.path()),
        missed(file));
  }

  private static String name(Path path) {
    Path name = path.getFileName();
    return (name == null ? path : name).toString();
  }

  private static String missed(FileCoverage file) {
    String lines =
        file.lines().entrySet().stream()
            .filter(line -> line.getValue() == 0)
            .map(line -> line.getKey().toString())
            .collect(Collectors.joining(" "));
    return lines.isEmpty() ? "" : "  missed: " + lines;
  }
}
