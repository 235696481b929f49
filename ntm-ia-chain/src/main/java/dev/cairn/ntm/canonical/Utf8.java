package dev.cairn.ntm.canonical;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Strict UTF-8: what PHP calls malformed is an error here, never a replacement character. */
public final class Utf8 {

  private Utf8() {}

  /** Whether each byte is a character by itself. */
  static boolean isAscii(byte[] bytes) {
    int all = 0;
    for (byte b : bytes) {
      all |= b;
    }
    return all >= 0;
  }

  /** The text of these bytes; overlong forms, surrogates and cut sequences are refused. */
  public static String decode(byte[] bytes) throws PhpJsonException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException malformed) {
      throw new PhpJsonException(
          PhpJsonError.MALFORMED_UTF8, "The text holds bytes that are not UTF-8.");
    }
  }
}
