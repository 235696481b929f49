package dev.cairn.chainweb;

/** The number of blocks between a block and the first one of the network. */
public record BlockHeight(long value) implements Comparable<BlockHeight> {

  public static final BlockHeight ZERO = new BlockHeight(0);

  public BlockHeight {
    if (value < 0) {
      throw new MalformedException("A block height is at least 0, not " + value + ".");
    }
  }

  public BlockHeight plus(long blocks) {
    return new BlockHeight(value + blocks);
  }

  @Override
  public int compareTo(BlockHeight other) {
    return Long.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
