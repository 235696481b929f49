package dev.cairn.app.demo;

import java.io.PrintStream;

/**
 * Tells a person how far things are: one line that is rewritten on a terminal, a line per step
 * elsewhere. Safe for use by many threads.
 */
public final class ProgressLine {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private String lastStep = "";

  public ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Shows that a step stands at {@code done} of {@code all}. */
  public synchronized void show(String step, int done, int all) {
    if (terminal) {
      out.print("\r" + line(step, done, all) + "\033[K");
      if (done == all) {
        out.println();
      }
      out.flush();
    } else if (done == all || !step.equals(lastStep)) {
      out.println(step + " " + done + "/" + all);
    }
    lastStep = step;
  }

  /** A sentence on a line of its own. */
  public synchronized void say(String sentence) {
    out.println(sentence);
  }

  private static String line(String step, int done, int all) {
    int filled = all == 0 ? WIDTH : (int) ((long) WIDTH * done / all);
    return String.format(
        "%-28s [%s%s] %d/%d", step, "#".repeat(filled), " ".repeat(WIDTH - filled), done, all);
  }
}
