package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockIndex;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The blocks that a chain has, by number, and names beside them that are no blocks. Eight bytes a
 * block: a century of blocks every ten minutes takes 42 MB.
 */
public final class BlockListing {

  private final long[] ascending;
  private final List<String> unexpected;
  private final long unexpectedCount;

  /**
   * @param indexes in any order, each once
   * @param unexpected some names that are no block files
   * @param unexpectedCount how many there are in all
   */
  BlockListing(LongStream indexes, List<String> unexpected, long unexpectedCount) {
    this.ascending = indexes.sorted().toArray();
    this.unexpected = List.copyOf(unexpected);
    this.unexpectedCount = unexpectedCount;
  }

  /** All blocks from this one on, in numeric order. */
  public LongStream from(BlockIndex start) {
    int found = Arrays.binarySearch(ascending, start.value());
    return Arrays.stream(ascending, found < 0 ? -found - 1 : found, ascending.length);
  }

  public int size() {
    return ascending.length;
  }

  public Optional<BlockIndex> highest() {
    return ascending.length == 0
        ? Optional.empty()
        : Optional.of(new BlockIndex(ascending[ascending.length - 1]));
  }

  /** Whether the blocks are 1, 2, .., n. */
  public boolean hasNoGap() {
    return ascending.length == 0
        || (ascending[0] == 1 && ascending[ascending.length - 1] == ascending.length);
  }

  public List<String> unexpected() {
    return unexpected;
  }

  public long unexpectedCount() {
    return unexpectedCount;
  }
}
