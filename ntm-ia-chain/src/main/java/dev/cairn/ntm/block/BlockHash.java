package dev.cairn.ntm.block;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** SHA-256 of a block's file as it lies on disk, in 64 lower-case hex digits. */
public record BlockHash(String hex) {

  private static final int DIGITS = 64;

  /** What block 1 points at. */
  public static final BlockHash ZERO = new BlockHash("0".repeat(DIGITS));

  public BlockHash {
    if (!isHash(hex)) {
      throw new IllegalArgumentException("A block hash is 64 lower-case hex digits.");
    }
  }

  public static BlockHash of(byte[] file) {
    return ofDigest(newDigest().digest(file));
  }

  public static BlockHash ofDigest(byte[] sha256) {
    return new BlockHash(HexFormat.of().formatHex(sha256));
  }

  public static Optional<BlockHash> parse(String text) {
    return isHash(text) ? Optional.of(new BlockHash(text)) : Optional.empty();
  }

  private static boolean isHash(String text) {
    if (text.length() != DIGITS) {
      return false;
    }
    for (byte c : text.getBytes(StandardCharsets.ISO_8859_1)) { // others become question marks
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** A digest whose result {@link #ofDigest} takes, for files that are read piece by piece. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java platform has SHA-256.", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
