package dev.cairn.pact.coverage;

/** How often the code at one place ran; used by the one thread that runs the files. */
final class Counter {
  private long hits;

  void hit() {
    hits++;
  }

  long hits() {
    return hits;
  }
}
