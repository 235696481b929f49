package dev.cairn.evidence.crypto;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.Optional;

/**
 * The keys of did:key texts, remembered: decoding base 58 costs more than a look-up. Safe for any
 * thread.
 */
public final class DidKeys {
  private final LoadingCache<String, Optional<DidKey>> keys =
      Caffeine.newBuilder()
          .maximumSize(KeyCache.MAX_KEYS)
          .executor(Runnable::run)
          .build(DidKey::parse);

  /** {@link DidKey#parse}. */
  public Optional<DidKey> parse(String text) {
    return keys.get(text);
  }
}
