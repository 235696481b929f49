package dev.cairn.evidence.jws;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.crypto.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A JWS in compact serialization, {@code header.payload.signature}, each part strict base64url.
 * Whether the signature is good is not implied.
 */
public final class CompactJws {
  private final byte[] text;
  private final int headerEnd;
  private final int payloadEnd;

  private CompactJws(byte[] text, int headerEnd, int payloadEnd) {
    this.text = text;
    this.headerEnd = headerEnd;
    this.payloadEnd = payloadEnd;
  }

  /**
   * Finds the three parts; they are decoded when asked for.
   *
   * @throws MalformedException unless there are exactly two dots
   */
  public static CompactJws split(byte[] text) {
    return split(text, 0, text.length);
  }

  /** The same of a part of a larger text. */
  public static CompactJws split(byte[] buffer, int from, int to) {
    byte[] text = Arrays.copyOfRange(buffer, from, to);
    int first = indexOfDot(text, 0);
    int second = first < 0 ? -1 : indexOfDot(text, first + 1);
    if (second < 0 || indexOfDot(text, second + 1) >= 0) {
      throw new MalformedException("A compact JWS has three parts with two dots between them.");
    }
    return new CompactJws(text, first, second);
  }

  /** Signs a header (its JSON bytes) and a payload. */
  public static CompactJws sign(SigningKey key, byte[] header, byte[] payload) {
    String input = Base64Url.encode(header) + '.' + Base64Url.encode(payload);
    byte[] signature = key.sign(input.getBytes(StandardCharsets.US_ASCII));
    return split((input + '.' + Base64Url.encode(signature)).getBytes(StandardCharsets.US_ASCII));
  }

  private static int indexOfDot(byte[] text, int from) {
    for (int i = from; i < text.length; i++) {
      if (text[i] == '.') {
        return i;
      }
    }
    return -1;
  }

  /** Length in characters of the encoded header. */
  public int encodedHeaderLength() {
    return headerEnd;
  }

  public byte[] header() {
    return decode("header", 0, headerEnd);
  }

  public byte[] payload() {
    return decode("payload", headerEnd + 1, payloadEnd);
  }

  public byte[] signature() {
    return decode("signature", payloadEnd + 1, text.length);
  }

  public boolean hasSignature() {
    return payloadEnd + 1 < text.length;
  }

  /** Whether the signature is good under the key, over ASCII(header ‖ '.' ‖ payload) as encoded. */
  public boolean verify(SignatureProvider provider, DidKey key) {
    return verify(provider, key, signature());
  }

  /** The same with the signature decoded before. */
  public boolean verify(SignatureProvider provider, DidKey key, byte[] signature) {
    return key.verify(provider, Arrays.copyOf(text, payloadEnd), signature);
  }

  public int length() {
    return text.length;
  }

  /** The compact serialization, ASCII. */
  public byte[] bytes() {
    return text.clone();
  }

  private byte[] decode(String part, int from, int to) {
    try {
      return Base64Url.decode(text, from, to);
    } catch (MalformedException malformed) {
      throw new MalformedException("The JWS " + part + ": " + malformed.getMessage());
    }
  }

  /** The compact serialization. */
  @Override
  public String toString() {
    return new String(text, StandardCharsets.ISO_8859_1);
  }
}
