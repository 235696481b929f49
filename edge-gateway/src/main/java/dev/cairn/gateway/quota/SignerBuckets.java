package dev.cairn.gateway.quota;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of signers, the newest per slot, so that any number of strangers takes a fixed amount
 * of memory. Who is pushed out of a slot gets a full bucket when it comes again: the table is kind
 * to signers that share a slot, and what they send together is bounded by their API key's rate.
 */
public final class SignerBuckets {
  /** Some 5 MB when full. */
  static final int SLOTS = 1 << 16;

  private record Entry(String tenant, String signer, TokenBucket bucket) {
    boolean isOf(String otherTenant, String otherSigner) {
      return signer.equals(otherSigner) && tenant.equals(otherTenant);
    }
  }

  private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(SLOTS);

  /** Takes one event; see {@link TokenBucket#take}. */
  public long take(String tenant, String signer, Rate rate, long nowNanos) {
    if (!rate.isLimited()) {
      return 0;
    }
    int hash = 31 * signer.hashCode() + tenant.hashCode();
    int slot = (hash ^ (hash >>> 16)) & (SLOTS - 1);
    Entry found = entries.get(slot);
    if (found == null || !found.isOf(tenant, signer)) {
      found = new Entry(tenant, signer, new TokenBucket(nowNanos));
      entries.set(slot, found);
    }
    return found.bucket.take(1, rate, nowNanos);
  }
}
