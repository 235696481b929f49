package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
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

  /** Reads to the end in bounded memory. */
  public static BlockFile read(InputStream in) throws IOException {
    MessageDigest digest = BlockHash.newDigest();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] piece = new byte[8 * 1024];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      digest.update(piece, 0, read);
      if (kept.size() <= MAX_BYTES) {
        kept.write(piece, 0, read);
      }
    }
    Optional<byte[]> bytes =
        kept.size() > MAX_BYTES ? Optional.empty() : Optional.of(kept.toByteArray());
    return new BlockFile(BlockHash.ofDigest(digest.digest()), bytes);
  }
}
