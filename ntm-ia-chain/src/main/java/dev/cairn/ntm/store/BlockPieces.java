package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * A block's file that comes in piece by piece, in bounded memory: all is hashed, and kept as long
 * as it can be parsed. It is reused from block to block, by one thread.
 */
public final class BlockPieces {

  /**
   * Thirteen thousand usual blocks. Hashing so much takes 10 ms; of a larger file no hash is
   * computed, so that a sparse one of many gigabytes costs nothing.
   */
  public static final long MAX_HASHED_BYTES = 16L << 20;

  /** A usual block has 1.2 KB. */
  private static final int FIRST_BYTES = 8 * 1024;

  private final MessageDigest digest = BlockHash.newDigest();
  private byte[] kept = new byte[FIRST_BYTES];
  private int keptSize;
  private long hashedBefore;

  /** Makes room for a new file. */
  public void clear() {
    digest.reset();
    keptSize = 0;
    hashedBefore = 0;
  }

  /** Where the next piece goes; {@link #took} tells how much of it was used. */
  public ByteBuffer room() {
    if (keptSize == kept.length) {
      makeRoom();
    }
    return ByteBuffer.wrap(kept, keptSize, kept.length - keptSize);
  }

  /** Doubles the buffer; one that is too large to be parsed is hashed and used again. */
  private void makeRoom() {
    if (kept.length <= BlockFile.MAX_BYTES) {
      kept = Arrays.copyOf(kept, 2 * kept.length);
    } else {
      digest.update(kept, 0, keptSize);
      hashedBefore += keptSize;
      keptSize = 0;
    }
  }

  public void took(int bytes) {
    keptSize += bytes;
  }

  public long size() {
    return hashedBefore + keptSize;
  }

  public boolean isTooLarge() {
    return size() > MAX_HASHED_BYTES;
  }

  /** The whole file; nothing may be added before {@link #clear}. */
  public BlockFile finish() {
    digest.update(kept, 0, keptSize);
    BlockHash hash = BlockHash.ofDigest(digest.digest());
    return size() > BlockFile.MAX_BYTES
        ? new BlockFile(hash, Optional.empty())
        : new BlockFile(hash, Optional.of(Arrays.copyOf(kept, keptSize)));
  }
}
