package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockHash;
import java.util.Optional;

/**
 * A block's raw file. The hash is over all of it; the bytes are there only if they are few enough
 * to be parsed.
 */
public record BlockFile(BlockHash hash, Optional<byte[]> bytes) {

  /** Two hundred times a usual block. Larger files are hashed piece by piece and never held. */
  public static final int MAX_BYTES = 256 * 1024;

  public static BlockFile of(byte[] file) {
    return new BlockFile(
        BlockHash.of(file), file.length > MAX_BYTES ? Optional.empty() : Optional.of(file));
  }
}
