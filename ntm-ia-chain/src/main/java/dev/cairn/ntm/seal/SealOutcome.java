package dev.cairn.ntm.seal;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;

/** How a call of the sealer ended when nothing was wrong. */
public sealed interface SealOutcome {

  /**
   * A block was published.
   *
   * @param recovered whether {@code last_hash.txt} lagged after a crash and was mended first
   */
  record Sealed(BlockIndex index, BlockHash hash, Timestamp timestamp, boolean recovered)
      implements SealOutcome {}

  /**
   * The newest block is younger than half an interval: the schedule fired twice.
   *
   * @param recovered as in {@link Sealed}
   */
  record TooSoon(Timestamp newest, boolean recovered) implements SealOutcome {}

  /** Another sealer is at work on this chain. */
  record Busy() implements SealOutcome {}
}
