package dev.cairn.pact.repl;

import java.io.PrintStream;

/** Counts the expectations of a run and prints those that did not hold. */
public final class TestReport {
  private final PrintStream out;
  private int successes;
  private int failures;

  TestReport(PrintStream out) {
    this.out = out;
  }

  void success() {
    successes++;
  }

  void failure(String text) {
    failures++;
    out.println(text);
  }

  public int successes() {
    return successes;
  }

  public int failures() {
    return failures;
  }
}
