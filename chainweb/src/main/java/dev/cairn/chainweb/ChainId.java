package dev.cairn.chainweb;

/** The number of one chain of a network, from 0. */
public record ChainId(int value) implements Comparable<ChainId> {

  public ChainId {
    if (value < 0) {
      throw new MalformedException("A chain id is at least 0, not " + value + ".");
    }
  }

  /** Reads decimal text without sign, blank or leading zero; nodes answer 404 to `00`. */
  public static ChainId parse(String decimal) {
    if (!decimal.matches("0|[1-9][0-9]{0,8}")) {
      throw new MalformedException("A chain id is a decimal number, not \"" + decimal + "\".");
    }
    return new ChainId(Integer.parseInt(decimal));
  }

  @Override
  public int compareTo(ChainId other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
