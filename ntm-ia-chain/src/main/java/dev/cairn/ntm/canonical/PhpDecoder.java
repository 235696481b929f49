package dev.cairn.ntm.canonical;

import java.util.Optional;

/** PHP's {@code json_decode(text, true)}. */
public final class PhpDecoder {

  private PhpDecoder() {}

  /**
   * A decoded text. PHP takes the last value of a repeated key in silence, so the value is PHP's;
   * who must not accept such a text looks at {@code repeatedKey}.
   */
  public record Decoded(PhpValue value, Optional<String> repeatedKey) {}

  /** Decodes the whole text; anything but white space after the value is refused. */
  public static Decoded decode(byte[] text) throws PhpJsonException {
    return new JsonText(text).decode();
  }
}
