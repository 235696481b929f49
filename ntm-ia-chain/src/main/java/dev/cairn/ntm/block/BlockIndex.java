package dev.cairn.ntm.block;

import java.util.Optional;

/** The place of a block in its chain, 1 or more, and with it the name of its file. */
public record BlockIndex(long value) implements Comparable<BlockIndex> {

  public static final BlockIndex FIRST = new BlockIndex(1);

  private static final String PREFIX = "block_";
  private static final String SUFFIX = ".json";
  private static final int MIN_DIGITS = 6;

  /** So many digits always fit in 64 bits. */
  private static final int MAX_DIGITS = 18;

  public BlockIndex {
    if (value < 1) {
      throw new IllegalArgumentException("A block index is 1 or more, not " + value + ".");
    }
  }

  /** The index that a file of this name would have; empty if it is no name of a block file. */
  public static Optional<BlockIndex> ofFileName(String name) {
    long value = numberInFileName(name);
    return value == 0 ? Optional.empty() : Optional.of(new BlockIndex(value));
  }

  /** The same as a bare number; 0 if it is no name of a block file. For listings of millions. */
  public static long numberInFileName(String name) {
    int digits = name.length() - PREFIX.length() - SUFFIX.length();
    if (digits < MIN_DIGITS
        || digits > MAX_DIGITS
        || !name.startsWith(PREFIX)
        || !name.endsWith(SUFFIX)
        || (digits > MIN_DIGITS && name.charAt(PREFIX.length()) == '0')) {
      return 0;
    }
    long value = 0;
    for (int i = PREFIX.length(); i < PREFIX.length() + digits; i++) {
      char c = name.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  public String fileName() {
    String number = Long.toString(value);
    return PREFIX + "0".repeat(Math.max(0, MIN_DIGITS - number.length())) + number + SUFFIX;
  }

  public BlockIndex next() {
    return new BlockIndex(value + 1);
  }

  @Override
  public int compareTo(BlockIndex other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
