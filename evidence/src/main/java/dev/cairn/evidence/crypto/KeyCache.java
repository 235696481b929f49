package dev.cairn.evidence.crypto;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Decoded public keys. It holds keys and never verdicts: a key decodes to the same value every
 * time, so a lost entry costs time only, as much as four signature checks (of the key's prime
 * order). Bytes that are no key are remembered too. Safe for any thread.
 */
final class KeyCache<K> {
  /** The signers of a busy gateway; at about 300 bytes each, some 20 MB when full. */
  static final int MAX_KEYS = 1 << 16;

  private final Cache<Encoded, Optional<K>> keys =
      Caffeine.newBuilder().maximumSize(MAX_KEYS).executor(Runnable::run).build();

  private final Function<byte[], Optional<K>> decoder;

  /** Bytes that nobody changes while they are a key of the cache. */
  private static final class Encoded {
    private final byte[] bytes;
    private final int hash;

    Encoded(byte[] bytes) {
      this.bytes = bytes;
      this.hash = Arrays.hashCode(bytes);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Encoded that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  KeyCache(Function<byte[], Optional<K>> decoder) {
    this.decoder = decoder;
  }

  Optional<K> get(byte[] encoded) {
    Optional<K> known = keys.getIfPresent(new Encoded(encoded));
    return known != null ? known : decode(new Encoded(encoded.clone()));
  }

  // Two threads may both decode a key that is new; they find the same.
  private Optional<K> decode(Encoded encoded) {
    Optional<K> key = decoder.apply(encoded.bytes);
    keys.put(encoded, key);
    return key;
  }
}
