package dev.cairn.gateway.store;

import dev.cairn.evidence.event.Event;
import dev.cairn.handover.ByteWriter;
import java.util.Arrays;

/**
 * What makes two posted events the same promise: tenant, signer and {@code jti}. Kept in full, not
 * hashed: the answer is exact, and the keys of one signer lie together on disk.
 */
public final class IdempotencyKey {

  private final byte[] bytes;
  private final int hash;

  private IdempotencyKey(byte[] bytes) {
    this.bytes = bytes;
    this.hash = Arrays.hashCode(bytes);
  }

  /** The key of an event that this tenant posted. */
  public static IdempotencyKey of(String tenant, Event event) {
    // len(4) tenant ‖ len(4) signer ‖ len(4) jti; the lengths keep the parts apart.
    ByteWriter out = new ByteWriter().text(tenant).text(event.signer().value());
    return new IdempotencyKey(out.text(event.header().idempotencyKey()).toBytes());
  }

  byte[] bytes() {
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IdempotencyKey that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
