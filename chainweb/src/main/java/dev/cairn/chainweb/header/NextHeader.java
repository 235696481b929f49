package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;

/** The builder of headers; {@link HeaderRules} is the check. Both use the same rules. */
public final class NextHeader {

  private NextHeader() {}

  /**
   * The header of a block on top of its parents, with nonce 0 and the hash of that; where proof of
   * work counts, {@link BlockHeader#withSolution} puts in the nonce that a miner finds.
   *
   * @param time later than that of every parent
   */
  public static BlockHeader build(
      ChainwebVersion version, ParentHeaders parents, Hash payloadHash, BlockTime time) {
    if (!time.isAfter(parents.latestTime())) {
      throw new IllegalArgumentException(
          "A block is later than its parents (%s), not at %s."
              .formatted(parents.latestTime(), time));
    }
    BlockHeader parent = parents.parent();
    HashTarget target = new TargetRule(version).target(parents, time);
    return new BlockHeader(
            0,
            time,
            parent.hash(),
            parents.adjacentHashes(),
            target,
            payloadHash,
            parent.chainId(),
            parent.weight().plus(target.difficulty()),
            parent.height().plus(1),
            version.code(),
            new EpochRule(version).epochStart(parent, time),
            0,
            payloadHash)
        .withComputedHash();
  }
}
