package dev.cairn.ntm.store;

import dev.cairn.ntm.block.BlockHash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The content of {@code last_hash.txt}: the newest block's hash, white space around it allowed. */
public final class LastHash {

  /** A hash has 64; the rest is room for white space. */
  public static final int MAX_BYTES = 1024;

  private static final Pattern SURROUNDING_SPACE = Pattern.compile("^[ \t\r\n]+|[ \t\r\n]+\\z");

  private LastHash() {}

  public static byte[] write(BlockHash hash) {
    return hash.hex().getBytes(StandardCharsets.US_ASCII);
  }

  /** Empty if the file holds anything but 64 lower-case hex digits. */
  public static Optional<BlockHash> read(byte[] file) {
    if (file.length > MAX_BYTES) {
      return Optional.empty();
    }
    String text = new String(file, StandardCharsets.ISO_8859_1);
    return BlockHash.parse(SURROUNDING_SPACE.matcher(text).replaceAll(""));
  }
}
