package dev.cairn.gateway.store;

import dev.cairn.evidence.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    return of(tenant, event.signer().value(), event.header().idempotencyKey());
  }

  /** The key of these parts. */
  public static IdempotencyKey of(String tenant, String signer, String jti) {
    // len(4) tenant ‖ len(4) signer ‖ len(4) jti; the lengths keep the parts apart.
    byte[] first = tenant.getBytes(StandardCharsets.UTF_8);
    byte[] second = signer.getBytes(StandardCharsets.UTF_8);
    byte[] third = jti.getBytes(StandardCharsets.UTF_8);
    int bytes = 3 * Integer.BYTES + first.length + second.length + third.length;
    ByteBuffer out = ByteBuffer.allocate(bytes);
    out.putInt(first.length).put(first).putInt(second.length).put(second);
    return new IdempotencyKey(out.putInt(third.length).put(third).array());
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
