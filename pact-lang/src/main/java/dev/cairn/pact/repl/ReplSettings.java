package dev.cairn.pact.repl;

import dev.cairn.pact.coverage.Coverage;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a REPL writes, and what beside the files' own prints.
 *
 * @param out prints, failed expectations, "Load successful"
 * @param errors what ended a file, and "Load failed"
 * @param trace whether the value of each top-level form is printed
 * @param coverage counts what runs of {@code .pact} files; null for nobody
 */
public record ReplSettings(
    PrintStream out, PrintStream errors, boolean trace, @Nullable Coverage coverage) {

  /** Everything to one stream, nothing traced or counted. */
  public static ReplSettings plain(PrintStream out) {
    return new ReplSettings(out, out, false, null);
  }

  public ReplSettings withTrace() {
    return new ReplSettings(out, errors, true, coverage);
  }

  public ReplSettings withCoverage(Coverage counts) {
    return new ReplSettings(out, errors, trace, counts);
  }
}
