package dev.cairn.evidence.event;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.jws.CompactJws;

/**
 * A parsed event. Its bytes are the JWS compact serialization exactly as signed; that its signature
 * is good is not implied ({@link EventVerifier} says so).
 */
public final class Event {
  private final CompactJws jws;
  private final EventHeader header;
  private final byte[] payload;
  private final byte[] signature;
  private final EventId id;

  Event(CompactJws jws, EventHeader header, byte[] payload, byte[] signature) {
    this.jws = jws;
    this.header = header;
    this.payload = payload;
    this.signature = signature;
    this.id = EventId.ofEvent(jws.bytes());
  }

  /** The compact serialization, ASCII. */
  public byte[] jws() {
    return jws.bytes();
  }

  /** The compact serialization as text. */
  public String compact() {
    return jws.toString();
  }

  /** Length in bytes of the compact serialization. */
  public int size() {
    return jws.length();
  }

  public EventHeader header() {
    return header;
  }

  public byte[] payload() {
    return payload.clone();
  }

  public EventId id() {
    return id;
  }

  public SignerId signer() {
    return header.signer();
  }

  /** {@code tk}, or the signer where the event has none. */
  public String taskKey() {
    return header.taskKey().orElse(header.signer().value());
  }

  boolean verify(SignatureProvider provider, DidKey key) {
    return jws.verify(provider, key, signature);
  }

  /** Two events are equal if their bytes are; the id is the hash of the bytes. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Event that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return "Event[" + id + "]";
  }
}
