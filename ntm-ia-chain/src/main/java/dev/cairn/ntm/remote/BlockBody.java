package dev.cairn.ntm.remote;

import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.BlockPieces;
import java.nio.ByteBuffer;

/** A block's file on its way from a server. */
final class BlockBody implements Body {

  private final BlockPieces pieces = new BlockPieces();

  @Override
  public void begin(long offset) {
    if (offset == 0) {
      pieces.clear();
    }
  }

  @Override
  public void add(ByteBuffer piece) {
    while (piece.hasRemaining() && !pieces.isTooLarge()) {
      ByteBuffer room = pieces.room();
      int fits = Math.min(room.remaining(), piece.remaining());
      room.put(piece.slice().limit(fits));
      piece.position(piece.position() + fits);
      pieces.took(fits);
    }
  }

  @Override
  public long size() {
    return pieces.size();
  }

  @Override
  public boolean isFull() {
    return pieces.isTooLarge();
  }

  BlockFile finish() {
    return pieces.finish();
  }
}
