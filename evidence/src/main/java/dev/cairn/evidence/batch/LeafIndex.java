package dev.cairn.evidence.batch;

/** An event's place in its batch, from 0. */
public record LeafIndex(int value) {
  public LeafIndex {
    if (value < 0) {
      throw new IllegalArgumentException("A leaf index is not negative, as " + value + " is.");
    }
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
