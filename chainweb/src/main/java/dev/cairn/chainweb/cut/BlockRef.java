package dev.cairn.chainweb.cut;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;

/** One block of a chain, by height and hash. */
public record BlockRef(BlockHeight height, Hash hash) {

  public static BlockRef of(BlockHeader header) {
    return new BlockRef(header.height(), header.hash());
  }
}
