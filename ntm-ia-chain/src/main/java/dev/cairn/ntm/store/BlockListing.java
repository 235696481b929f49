package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The blocks that a chain has, by number, and names beside them that are no blocks. One bit a
 * block: it never takes more than 3 MB, whatever a directory or server names.
 */
public final class BlockListing {

  /** Three hundred years of blocks every ten minutes. */
  private static final int DENSE_BELOW = 1 << 24;

  /**
   * Blocks from there on leave a gap, so the chain has failed; more of them would not add to it.
   */
  private static final int MAX_SPARSE = 10_000;

  /** Names of unexpected files that a listing keeps; the others are only counted. */
  private static final int MAX_UNEXPECTED = 100;

  private final BitSet dense;
  private final long[] sparse;
  private final List<String> unexpected;
  private final long unexpectedCount;

  private BlockListing(Builder builder) {
    this.dense = builder.dense;
    this.sparse = builder.sparse.stream().mapToLong(Long::longValue).sorted().toArray();
    this.unexpected = List.copyOf(builder.unexpected);
    this.unexpectedCount = builder.unexpectedCount;
  }

  /** A listing in the making, for one thread; each name is added once, in any order. */
  public static final class Builder {

    private final BitSet dense = new BitSet();
    private final List<Long> sparse = new ArrayList<>();
    private final List<String> unexpected = new ArrayList<>();
    private long unexpectedCount;

    /** Adds a name, and whether it was that of a block. */
    public boolean add(String name) {
      long index = BlockIndex.numberInFileName(name);
      if (index > 0 && index < DENSE_BELOW) {
        dense.set((int) index);
      } else if (index > 0 && sparse.size() < MAX_SPARSE) {
        sparse.add(index);
      } else if (unexpectedCount++ < MAX_UNEXPECTED) {
        unexpected.add(name);
      }
      return index > 0;
    }

    public BlockListing build() {
      return new BlockListing(this);
    }
  }

  /** All blocks from this one on, in numeric order. */
  public LongStream from(BlockIndex start) {
    LongStream far = Arrays.stream(sparse).filter(index -> index >= start.value());
    if (start.value() >= DENSE_BELOW) {
      return far;
    }
    return LongStream.concat(dense(start), far);
  }

  private LongStream dense(BlockIndex start) {
    return LongStream.iterate(
        dense.nextSetBit((int) start.value()), i -> i >= 0, i -> dense.nextSetBit((int) i + 1));
  }

  public boolean contains(BlockIndex index) {
    return index.value() < DENSE_BELOW
        ? dense.get((int) index.value())
        : Arrays.binarySearch(sparse, index.value()) >= 0;
  }

  /** The first number from this one on without a block. */
  public long nextMissing(long from) {
    return from < DENSE_BELOW ? dense.nextClearBit((int) from) : from;
  }

  /** The first block from this number on; the greatest number of all if there is none. */
  public long nextPresent(long from) {
    return from(new BlockIndex(from)).findFirst().orElse(Long.MAX_VALUE);
  }

  public int size() {
    return dense.cardinality() + sparse.length;
  }

  public Optional<BlockIndex> highest() {
    if (sparse.length > 0) {
      return Optional.of(new BlockIndex(sparse[sparse.length - 1]));
    }
    return dense.isEmpty() ? Optional.empty() : Optional.of(new BlockIndex(dense.length() - 1));
  }

  /** Whether the blocks are 1, 2, .., n. */
  public boolean hasNoGap() {
    return sparse.length == 0 && dense.cardinality() == Math.max(0, dense.length() - 1);
  }

  public List<String> unexpected() {
    return unexpected;
  }

  public long unexpectedCount() {
    return unexpectedCount;
  }
}
