package dev.cairn.evidence.event;

/** Why an event is refused. The slugs are stable: HTTP answers and reports carry them. */
public enum EventRejection {
  /** Neither a JWS compact serialization nor a flattened JSON object, or not strict base64url. */
  MALFORMED_JWS("malformed-jws"),
  /** The protected header is no JSON object of the members that an event has. */
  MALFORMED_HEADER("malformed-header"),
  /** The protected header is longer than {@link EventParser#MAX_HEADER_BYTES}. */
  HEADER_TOO_LARGE("header-too-large"),
  /** The event is longer than the parser's limit. */
  EVENT_TOO_LARGE("event-too-large"),
  /** {@code alg} is {@code none}. */
  ALG_NONE("alg-none"),
  /** {@code alg} is not one of EdDSA, ES256, ES256K. */
  UNSUPPORTED_ALG("unsupported-alg"),
  /** {@code typ} is not {@code cairn-event+jws}. */
  WRONG_TYP("wrong-typ"),
  /** The header has {@code crit}; no extension is understood here. */
  CRIT_UNSUPPORTED("crit-unsupported"),
  /** The signature part is empty. */
  MISSING_SIGNATURE("missing-signature"),
  /** {@code kid} is no key that this verifier knows. */
  UNKNOWN_KEY("unknown-key"),
  /** {@code kid} is a key of another algorithm than {@code alg}. */
  WRONG_KEY_TYPE("wrong-key-type"),
  /** The signature does not verify under the key. */
  BAD_SIGNATURE("bad-signature");

  private final String slug;

  EventRejection(String slug) {
    this.slug = slug;
  }

  public String slug() {
    return slug;
  }
}
