package dev.cairn.pact.repl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/** The expectations of a run: how many held, and which did not. */
final class TestReport {
  private final Supplier<String> place;
  private final List<String> failures = new ArrayList<>();
  private int successes;

  /**
   * An empty report.
   *
   * @param place {@code file:line:column} of what runs now
   */
  TestReport(Supplier<String> place) {
    this.place = place;
  }

  void success() {
    successes++;
  }

  void failure(String text) {
    failures.add(place.get() + ":" + text);
  }

  int successes() {
    return successes;
  }

  /** {@code file:line:column:FAILURE: …}, in the order in which they came. */
  List<String> failures() {
    return Collections.unmodifiableList(failures);
  }
}
