package dev.cairn.pact.resolve;

import dev.cairn.pact.error.PactException;

/** Measures a body while it is resolved: the frame that it needs and how deep its terms nest. */
final class BodySize {
  /**
   * Most variables that code can see: every closure copies those around it, so many of them would
   * make a cheap call expensive. People write ten.
   */
  private static final int MAX_VARIABLES = 1_000;

  private int frame;
  private int nesting;
  private int height;

  void reserve(int variables) {
    if (variables > MAX_VARIABLES) {
      throw PactException.fatal("Code sees more than " + MAX_VARIABLES + " variables");
    }
    frame = Math.max(frame, variables);
  }

  void enter() {
    nesting++;
    height = Math.max(height, nesting);
  }

  void leave() {
    nesting--;
  }

  int frame() {
    return frame;
  }

  int height() {
    return height;
  }
}
