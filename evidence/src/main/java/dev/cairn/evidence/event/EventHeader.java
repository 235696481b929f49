package dev.cairn.evidence.event;

import dev.cairn.evidence.crypto.SignatureAlgorithm;
import java.util.Optional;

/**
 * The members of an event's protected header.
 *
 * @param issuedAt {@code iat}, seconds since 1970
 * @param idempotencyKey {@code jti}
 * @param taskKey {@code tk}
 * @param contentType {@code cty}, media type of the payload
 * @param byGateway {@code "by":"gateway"}: the gateway signed for a source that can't
 */
public record EventHeader(
    SignatureAlgorithm algorithm,
    SignerId signer,
    long issuedAt,
    String idempotencyKey,
    Optional<String> taskKey,
    Optional<String> contentType,
    boolean byGateway) {
  /** {@code typ} of every event. */
  public static final String TYPE = "cairn-event+jws";

  /** Limit of {@code jti} and {@code tk}: they are keys of stores and routes. */
  public static final int MAX_KEY_CHARS = 128;

  /** Limit of {@code cty}; RFC 6838 §4.2 allows 127 + 1 + 127. */
  public static final int MAX_CONTENT_TYPE_CHARS = 255;

  public EventHeader {
    if (issuedAt < 0) {
      throw new IllegalArgumentException("iat is a time since 1970, not " + issuedAt + ".");
    }
    checkLength("jti", idempotencyKey, MAX_KEY_CHARS);
    taskKey.ifPresent(key -> checkLength("tk", key, MAX_KEY_CHARS));
    contentType.ifPresent(type -> checkLength("cty", type, MAX_CONTENT_TYPE_CHARS));
  }

  private static void checkLength(String member, String value, int limit) {
    if (value.isEmpty() || value.length() > limit) {
      throw new IllegalArgumentException(
          "%s has 1 to %d characters, not %d.".formatted(member, limit, value.length()));
    }
  }
}
