package dev.cairn.app.command;

import dev.cairn.app.exit.Failure;
import dev.cairn.pact.coverage.Coverage;
import dev.cairn.pact.coverage.CoverageTable;
import dev.cairn.pact.coverage.LcovReport;
import dev.cairn.pact.repl.PactRepl;
import dev.cairn.pact.repl.ReplSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.terminal.impl.DumbTerminal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cairn pact}: runs Pact files, or what is typed when no file is given. */
@Command(
    name = "pact",
    mixinStandardHelpOptions = true,
    description = {
      "Runs Pact 5 files: \"Load successful\" and 0, or \"Load failed\" and 1.",
      "Without a file it reads from the terminal: Tab completes, Ctrl-C breaks off, Ctrl-D ends.",
      "Without a file and a terminal it runs its input; 1 if anything failed.",
      "Places are file:line:column, lines from 1 and columns from 0, as Pact's own tool counts."
    })
public final class Pact implements Callable<Integer> {
  private static final Size USUAL_SIZE = Size.of(80, 24);
  private static final String HISTORY = ".cairn_pact_history";

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Files ending in .repl or .pact.")
  private List<Path> files = List.of();

  @Option(
      names = {"-t", "--trace"},
      description = "Print the value of each top-level form, with file, line and column.")
  private boolean trace;

  @Option(
      names = "--coverage",
      paramLabel = "FILE.info",
      description = "Write which lines of the .pact files ran, in LCOV form, and print a table.")
  private @Nullable Path coverageFile;

  @Override
  public Integer call() {
    if (files.isEmpty()) {
      return interactive();
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream errors = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    Coverage coverage = coverageFile == null ? null : new Coverage();
    ReplSettings settings = new ReplSettings(out, errors, trace, coverage);
    int exit = 0;
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw Failure.doNot("There is no file " + file + ".");
      }
      exit = Math.max(exit, PactRepl.runFile(file, settings));
    }
    if (coverageFile != null && coverage != null) {
      report(coverage, coverageFile, out);
    }
    return exit;
  }

  private static void report(Coverage coverage, Path file, PrintStream out) {
    try {
      Files.writeString(file, LcovReport.write(coverage));
    } catch (IOException failure) {
      throw Failure.doNot("The coverage cannot be written to " + file + ".");
    }
    out.print(CoverageTable.of(coverage));
  }

  private int interactive() {
    if (trace || coverageFile != null) {
      throw Failure.doNot("--trace and --coverage need a FILE.");
    }
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      if (terminal instanceof DumbTerminal) { // standard input is a file or a pipe
        return piped();
      }
      if (terminal.getSize().getColumns() == 0) {
        // Some terminals do not tell, and lines would then wrap at once.
        terminal.setSize(USUAL_SIZE);
      }
      PactRepl.interactive(terminal, Path.of(System.getProperty("user.home"), HISTORY));
      return 0;
    } catch (IOException failure) {
      throw Failure.doNot("The terminal cannot be used: " + failure.getMessage());
    }
  }

  private static int piped() {
    try {
      String code = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
      return PactRepl.runText(code, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw Failure.doNot("The input cannot be read: " + failure.getMessage());
    }
  }
}
