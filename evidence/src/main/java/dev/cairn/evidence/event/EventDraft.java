package dev.cairn.evidence.event;

import dev.cairn.evidence.crypto.SigningKey;
import java.util.Optional;

/** What a signer says, before it is signed. Immutable. */
public final class EventDraft {
  private final byte[] payload;
  private final String idempotencyKey;
  private final long issuedAt;
  private final Optional<String> taskKey;
  private final Optional<String> contentType;
  private final Optional<SignerId> signer;

  private EventDraft(
      byte[] payload,
      String idempotencyKey,
      long issuedAt,
      Optional<String> taskKey,
      Optional<String> contentType,
      Optional<SignerId> signer) {
    this.payload = payload;
    this.idempotencyKey = idempotencyKey;
    this.issuedAt = issuedAt;
    this.taskKey = taskKey;
    this.contentType = contentType;
    this.signer = signer;
  }

  /**
   * A draft without task key and content type.
   *
   * @param payload any bytes
   * @param idempotencyKey {@code jti}: a gateway refuses the same key with other bytes
   * @param issuedAt {@code iat}, seconds since 1970
   */
  public static EventDraft of(byte[] payload, String idempotencyKey, long issuedAt) {
    return new EventDraft(
        payload.clone(),
        idempotencyKey,
        issuedAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with {@code tk}, which routes the event to a chain; without it the signer does. */
  public EventDraft withTaskKey(String key) {
    return new EventDraft(payload, idempotencyKey, issuedAt, Optional.of(key), contentType, signer);
  }

  /** The same with {@code cty}, the media type of the payload. */
  public EventDraft withContentType(String type) {
    return new EventDraft(payload, idempotencyKey, issuedAt, taskKey, Optional.of(type), signer);
  }

  /** The same with {@code kid}, the id under which a gateway knows the device and its key. */
  public EventDraft withDevice(SignerId device) {
    return new EventDraft(
        payload, idempotencyKey, issuedAt, taskKey, contentType, Optional.of(device));
  }

  byte[] payload() {
    return payload;
  }

  EventHeader header(SigningKey key, boolean byGateway) {
    return new EventHeader(
        key.algorithm(),
        signer.orElseGet(() -> new SignerId(key.didKey().toString())),
        issuedAt,
        idempotencyKey,
        taskKey,
        contentType,
        byGateway);
  }
}
