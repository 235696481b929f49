package dev.cairn.proof.store;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.proof.life.BlockPlace;

/** A block that a stored proof rests on, with its creation time, by which pins are listed. */
public record Pin(BlockTime time, BlockPlace block) {

  public Pin {
    if (time.micros() < 0) {
      throw new IllegalArgumentException("A pinned block is not older than 1970, not of " + time);
    }
  }
}
