package dev.cairn.ntm.block;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Base64 of which only the text that an encoder writes is taken. */
final class StrictBase64 {

  private static final int BYTES_OF_GROUP = 3;
  private static final int CHARS_OF_GROUP = 4;

  private StrictBase64() {}

  static Optional<byte[]> decode(String text) {
    byte[] chars = text.getBytes(StandardCharsets.UTF_8); // what is no ASCII stays none
    return decode(chars, 0, chars.length);
  }

  /** No missing padding, no stray bits at the end. */
  static Optional<byte[]> decode(byte[] from, int start, int end) {
    byte[] text = Arrays.copyOfRange(from, start, end);
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      return endsAsEncoded(bytes, text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Bits beyond the last byte are zero: the last group of an encoder's text is this one. */
  private static boolean endsAsEncoded(byte[] bytes, byte[] text) {
    int groups = (bytes.length + BYTES_OF_GROUP - 1) / BYTES_OF_GROUP;
    if (text.length != groups * CHARS_OF_GROUP || groups == 0) {
      return text.length == 0;
    }
    byte[] last = Arrays.copyOfRange(bytes, (groups - 1) * BYTES_OF_GROUP, bytes.length);
    int start = text.length - CHARS_OF_GROUP;
    return Arrays.equals(
        Base64.getEncoder().encode(last), 0, CHARS_OF_GROUP, text, start, text.length);
  }
}
