package dev.cairn.pact.repl;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.EvaluationThread;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The REPL as a tool: it runs files, or what somebody types. */
public final class PactRepl {

  private PactRepl() {}

  /** Runs the file; 0 if it loaded and every expectation held, else 1. */
  public static int runFile(Path file, PrintStream out) {
    return runFile(file, ReplSettings.plain(out));
  }

  /** The same with settings; each file has a fresh state. */
  public static int runFile(Path file, ReplSettings settings) {
    try {
      return EvaluationThread.call(() -> run(file, settings)) ? 0 : 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      settings.errors().println("Load failed: interrupted");
      return 1;
    }
  }

  private static boolean run(Path file, ReplSettings settings) {
    ReplRun run = new ReplRun(settings);
    boolean loaded = false;
    try {
      run.load(file);
      loaded = true;
    } catch (PactException failure) {
      settings.errors().println(run.describe(failure));
    } catch (StackOverflowError tooDeep) {
      settings.errors().println(run.place() + ": Evaluation nests deeper than the stack");
    }
    run.report().failures().forEach(settings.out()::println);
    boolean good = loaded && run.report().failures().isEmpty();
    if (good) {
      settings.out().println("Load successful");
    } else {
      settings.errors().println("Load failed");
    }
    return good;
  }

  /** Runs code that came from nowhere in particular and prints the values; 0 if nothing failed. */
  public static int runText(String code, PrintStream out) {
    try {
      return EvaluationThread.call(() -> new TypedText(out).evaluate(code)) ? 0 : 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  /**
   * Reads and runs what is typed at the terminal until its input ends.
   *
   * @param history file that earlier input is kept in; null to keep none
   */
  public static void interactive(Terminal terminal, @Nullable Path history) {
    try {
      EvaluationThread.call(
          () -> {
            new ReplConsole(terminal, history).run();
            return true;
          });
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
