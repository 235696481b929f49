package dev.cairn.devnet.block;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Hash;

/** Where a transaction is on its chain. */
public record Place(Hash block, BlockHeight height, int index) {

  public Place {
    if (index < 0) {
      throw new IllegalArgumentException("Transactions count from 0, not " + index + ".");
    }
  }
}
