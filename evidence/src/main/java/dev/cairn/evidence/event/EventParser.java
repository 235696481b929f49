package dev.cairn.evidence.event;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.jws.CompactJws;
import dev.cairn.evidence.jws.FlatObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads events from their two forms on the wire: the compact serialization, and the flattened JSON
 * object (RFC 7515 §7.2.2) of the same three parts. It checks structure and caps, not signatures.
 */
public final class EventParser {
  /** A header holds a key, two short keys and a media type; 4 KiB is ten times that. */
  public static final int MAX_HEADER_BYTES = 4 * 1024;

  /**
   * A batch of 1,000 such events stays below what a POST may carry; larger data belongs outside.
   */
  public static final int DEFAULT_MAX_EVENT_BYTES = 64 * 1024;

  /** The flattened object has three names and some punctuation more than the compact text. */
  private static final int FLATTENED_OVERHEAD = 1024;

  private final int maxEventBytes;

  public EventParser() {
    this(DEFAULT_MAX_EVENT_BYTES);
  }

  /**
   * @param maxEventBytes limit for the compact serialization
   */
  public EventParser(int maxEventBytes) {
    this.maxEventBytes = maxEventBytes;
  }

  /**
   * Parses one event.
   *
   * @throws EventRejected with the reason
   */
  public Event parse(byte[] compactOrFlattened) {
    return parse(compactOrFlattened, 0, compactOrFlattened.length);
  }

  /** The same of a part of a larger input; nothing of the input is kept. */
  public Event parse(byte[] input, int from, int to) {
    try {
      CompactJws jws = split(input, from, to);
      checkSize(jws.length(), maxEventBytes);
      return parse(jws);
    } catch (MalformedException malformed) {
      throw rejected(EventRejection.MALFORMED_JWS, malformed.getMessage());
    }
  }

  private Event parse(CompactJws jws) {
    EventHeader header = parseHeader(jws);
    byte[] payload = jws.payload();
    if (!jws.hasSignature()) {
      throw rejected(EventRejection.MISSING_SIGNATURE, "The signature part is empty.");
    }
    byte[] signature = jws.signature();
    if (signature.length != SignatureAlgorithm.SIGNATURE_BYTES) {
      throw rejected(EventRejection.BAD_SIGNATURE, "A signature is 64 bytes.");
    }
    return new Event(jws, header, payload, signature);
  }

  private CompactJws split(byte[] input, int from, int to) {
    checkSize(to - from, maxEventBytes + FLATTENED_OVERHEAD);
    return to > from && input[from] == '{'
        ? CompactJws.split(flattenedToCompact(Arrays.copyOfRange(input, from, to)))
        : CompactJws.split(input, from, to);
  }

  private static byte[] flattenedToCompact(byte[] wire) {
    FlatObject object = FlatObject.parse(wire);
    if (object.has("header") || object.has("signatures")) {
      throw rejected(
          EventRejection.MALFORMED_JWS,
          "Unprotected headers and the general JSON serialization are not accepted.");
    }
    String compact =
        object.requireText("protected")
            + '.'
            + object.requireText("payload")
            + '.'
            + object.text("signature").orElse("");
    return compact.getBytes(StandardCharsets.UTF_8);
  }

  private void checkSize(int bytes, int limit) {
    if (bytes > limit) {
      throw rejected(
          EventRejection.EVENT_TOO_LARGE,
          "The event has %d bytes; the limit is %d.".formatted(bytes, maxEventBytes));
    }
  }

  private static EventHeader parseHeader(CompactJws jws) {
    // 4 characters of base64url are 3 bytes.
    if (jws.encodedHeaderLength() / 4 * 3 > MAX_HEADER_BYTES) {
      throw rejected(
          EventRejection.HEADER_TOO_LARGE,
          "The protected header is over %d bytes.".formatted(MAX_HEADER_BYTES));
    }
    return EventHeaderCodec.parse(jws.header());
  }

  private static EventRejected rejected(EventRejection reason, String detail) {
    return new EventRejected(reason, detail);
  }
}
