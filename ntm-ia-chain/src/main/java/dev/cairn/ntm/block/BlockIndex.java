package dev.cairn.ntm.block;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of a block in its chain, 1 or more, and with it the name of its file. */
public record BlockIndex(long value) implements Comparable<BlockIndex> {

  public static final BlockIndex FIRST = new BlockIndex(1);

  /** Six digits, or more without a leading zero; 18 digits always fit in 64 bits. */
  private static final Pattern NAME = Pattern.compile("block_([0-9]{6}|[1-9][0-9]{6,17})\\.json");

  public BlockIndex {
    if (value < 1) {
      throw new IllegalArgumentException("A block index is 1 or more, not " + value + ".");
    }
  }

  /** The index that a file of this name would have; empty if it is no name of a block file. */
  public static Optional<BlockIndex> ofFileName(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long value = Long.parseLong(matcher.group(1));
    return value == 0 ? Optional.empty() : Optional.of(new BlockIndex(value));
  }

  public String fileName() {
    return String.format("block_%06d.json", value);
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
