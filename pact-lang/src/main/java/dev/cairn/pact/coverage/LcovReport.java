package dev.cairn.pact.coverage;

import java.util.List;

/** Coverage in the form that {@code lcov} and {@code genhtml} read (geninfo(1), "FILES"). */
public final class LcovReport {

  private LcovReport() {}

  /** A record per file: its functions, then its lines, then their totals. */
  public static String write(Coverage coverage) {
    StringBuilder text = new StringBuilder();
    coverage.files().forEach(file -> record(text, file));
    return text.toString();
  }

  private static void record(StringBuilder text, FileCoverage file) {
    line(text, "TN:");
    line(text, "SF:" + file.path());
    functions(text, file.functions());
    file.lines().forEach((number, hits) -> line(text, "DA:" + number + "," + hits));
    line(text, "LF:" + file.lines().size());
    line(text, "LH:" + file.linesHit());
    line(text, "end_of_record");
  }

  private static void functions(StringBuilder text, List<FileCoverage.Function> functions) {
    functions.forEach(each -> line(text, "FN:" + each.line() + "," + each.name()));
    functions.forEach(each -> line(text, "FNDA:" + each.hits() + "," + each.name()));
    line(text, "FNF:" + functions.size());
    line(text, "FNH:" + functions.stream().filter(each -> each.hits() > 0).count());
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }
}
