package dev.cairn.evidence.trust;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;

/** A block that is known to be on the winning branch. */
public record PinnedBlock(ChainId chainId, BlockHeight height, Hash hash) {

  public static PinnedBlock of(BlockHeader header) {
    return new PinnedBlock(header.chainId(), header.height(), header.hash());
  }
}
