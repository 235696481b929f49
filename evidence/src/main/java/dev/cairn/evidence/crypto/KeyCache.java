package dev.cairn.evidence.crypto;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decoded public keys, the newest per slot. It holds keys and never verdicts: a key decodes to the
 * same value every time, so a lost or overwritten entry costs time only. Bytes that are no key are
 * remembered too.
 */
final class KeyCache<K> {
  /** Enough for the signers of a busy gateway; at about 200 bytes each, some 800 kB when full. */
  private static final int SLOTS = 4096;

  private static final class Entry<K> {
    final byte[] encoded;
    final Optional<K> key;

    Entry(byte[] encoded, Optional<K> key) {
      this.encoded = encoded;
      this.key = key;
    }
  }

  private final AtomicReferenceArray<@Nullable Entry<K>> entries =
      new AtomicReferenceArray<>(SLOTS);
  private final Function<byte[], Optional<K>> decoder;

  KeyCache(Function<byte[], Optional<K>> decoder) {
    this.decoder = decoder;
  }

  Optional<K> get(byte[] encoded) {
    int slot = Arrays.hashCode(encoded) & (SLOTS - 1);
    Entry<K> found = entries.get(slot);
    if (found == null || !Arrays.equals(found.encoded, encoded)) {
      found = new Entry<>(encoded.clone(), decoder.apply(encoded));
      entries.set(slot, found);
    }
    return found.key;
  }
}
