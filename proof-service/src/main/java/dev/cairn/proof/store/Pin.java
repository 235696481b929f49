package dev.cairn.proof.store;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.proof.life.BlockPlace;

/** A block that a stored proof rests on, with its creation time, by which pins are listed. */
public record Pin(BlockTime time, BlockPlace block) {

  public Pin {
    if (time.micros() < 0) {
      throw new IllegalArgumentException("A pinned block is not from before 1970, as " + time);
    }
  }

  /** The pin of a header's block. */
  public static Pin of(BlockHeader header) {
    return new Pin(
        header.creationTime(), new BlockPlace(header.chainId(), header.height(), header.hash()));
  }
}
