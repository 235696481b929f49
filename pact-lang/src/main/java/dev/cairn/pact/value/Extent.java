package dev.cairn.pact.value;

import dev.cairn.pact.error.PactException;

/** The measured extent of a compound value; making one beyond the bounds is a Pact error. */
record Extent(int depth, long weight) {
  /**
   * Deeper values are only ever built to overflow a stack: comparing, printing and hashing recurse
   * once or twice per level, so this depth fits the default thread stack many times.
   */
  static final int MAX_DEPTH = 250;

  /**
   * As many characters as a printed value may have. Sharing makes a value of 2^n parts in n steps,
   * and printing or comparing it takes as long as if nothing were shared.
   */
  static final long MAX_WEIGHT = 1L << 25;

  Extent {
    if (depth > MAX_DEPTH) {
      throw PactException.fatal("Value nests deeper than " + MAX_DEPTH + " levels");
    }
    if (weight > MAX_WEIGHT) {
      throw PactException.fatal("Value is larger than " + MAX_WEIGHT + " units");
    }
  }

  static Extent around(Iterable<PactValue> parts) {
    int depth = 0;
    long weight = 1;
    for (PactValue part : parts) {
      depth = Math.max(depth, part.depth());
      weight += part.weight(); // no overflow: each part is bounded, and so is the number of parts
    }
    return new Extent(depth + 1, weight);
  }
}
