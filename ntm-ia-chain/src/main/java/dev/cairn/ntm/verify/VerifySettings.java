package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import java.time.Duration;

/**
 * What a verification is told besides chain and keyring.
 *
 * @param now the verifier's clock
 * @param skew how far clocks may differ
 * @param maxAge greatest age of the newest block; zero switches this check off
 * @param start the first block to check
 * @param anchor hash of the block before it, from a source that is trusted
 * @param anchors heads that were anchored outside the chain
 */
public record VerifySettings(
    Timestamp now,
    Duration skew,
    Duration maxAge,
    BlockIndex start,
    BlockHash anchor,
    AnchoredHeads anchors) {

  /** Clocks of servers differ by seconds; five minutes forgive one without NTP. */
  public static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);

  /** Six missed slots of ten minutes. */
  public static final Duration DEFAULT_MAX_AGE = Duration.ofHours(1);

  public VerifySettings {
    if (skew.isNegative() || maxAge.isNegative()) {
      throw new IllegalArgumentException("Skew and greatest age are not negative.");
    }
    if (start.equals(BlockIndex.FIRST) && !anchor.equals(BlockHash.ZERO)) {
      throw new IllegalArgumentException("A check from block 1 on has 64 zeros as its anchor.");
    }
  }

  /** The whole chain, with the default tolerances. */
  public static VerifySettings at(Timestamp now) {
    return new VerifySettings(
        now, DEFAULT_SKEW, DEFAULT_MAX_AGE, BlockIndex.FIRST, BlockHash.ZERO, AnchoredHeads.NONE);
  }

  public VerifySettings withSkew(Duration newSkew) {
    return new VerifySettings(now, newSkew, maxAge, start, anchor, anchors);
  }

  public VerifySettings withMaxAge(Duration newMaxAge) {
    return new VerifySettings(now, skew, newMaxAge, start, anchor, anchors);
  }

  /** Only the blocks from this one on; the anchor stands for all before. */
  public VerifySettings startingAt(BlockIndex newStart, BlockHash newAnchor) {
    return new VerifySettings(now, skew, maxAge, newStart, newAnchor, anchors);
  }

  /** With heads that the chain must agree with. */
  public VerifySettings withAnchors(AnchoredHeads newAnchors) {
    return new VerifySettings(now, skew, maxAge, start, anchor, newAnchors);
  }
}
