package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainwebVersion;
import java.math.BigInteger;

/** Which blocks start an epoch, and what they note as its start (reference §2.6). */
final class EpochRule {

  // While a chain is young its epochs are a tenth as long, so that targets settle soon.
  private static final int YOUNG_DIVISOR = 10;

  private final ChainwebVersion version;

  EpochRule(ChainwebVersion version) {
    this.version = version;
  }

  /** Blocks in an epoch, as it counts for the child of this parent. */
  int window(BlockHeader parent) {
    boolean young = parent.height().value() <= version.window();
    return young ? Math.max(1, version.window() / YOUNG_DIVISOR) : version.window();
  }

  /** Whether the child of this parent has a new target. */
  boolean startsEpoch(BlockHeader parent) {
    return (parent.height().value() + 1) % window(parent) == 0;
  }

  /** The epoch start in the child of this parent. */
  BlockTime epochStart(BlockHeader parent, BlockTime childTime) {
    if (isFirstAfterGenesis(parent)) {
      return parent.creationTime();
    }
    return startsEpoch(parent) ? epochEnd(parent, childTime) : parent.epochStart();
  }

  /** When the epoch that the parent is the last of ends. */
  BlockTime epochEnd(BlockHeader parent, BlockTime childTime) {
    boolean parentTime = isFrom(version.forks().parentTimeFrom(), parent);
    return parentTime ? parent.creationTime() : childTime;
  }

  /** Microseconds that an epoch is meant to take: window × delay. */
  BigInteger epochMicros(BlockHeader parent) {
    return BigInteger.valueOf(version.blockDelayMicros())
        .multiply(BigInteger.valueOf(window(parent)));
  }

  /** Whether a rule that holds from a height on holds for the child of this parent. */
  static boolean isFrom(BlockHeight height, BlockHeader parent) {
    return parent.height().value() + 1 >= height.value();
  }

  // A genesis block's time is not when it was made, so the first block after it sets the start.
  private boolean isFirstAfterGenesis(BlockHeader parent) {
    long genesis = version.genesisHeight(parent.chainId()).value();
    boolean applies = genesis > 0 || version.forks().firstBlockStartsEpoch();
    return applies && parent.height().value() == genesis + 1;
  }
}
