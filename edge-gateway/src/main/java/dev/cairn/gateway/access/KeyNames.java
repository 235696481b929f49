package dev.cairn.gateway.access;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventRejection;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The keys of did:key texts, the newest per slot: decoding base 58 costs more than a look-up. A
 * text means the same key every time, so a lost or overwritten entry costs time only, and thousands
 * of signers cannot fill more than the slots. Safe for any thread.
 */
final class KeyNames {
  /** Enough for the signers of a busy gateway; some 2 MB when full. */
  private static final int SLOTS = 8192;

  private record Entry(String text, SignerKey key) {}

  private final AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(SLOTS);

  /**
   * The key that the text names.
   *
   * @throws EventRejected if it names none of a known algorithm
   */
  SignerKey get(String text) {
    int slot = text.hashCode() & (SLOTS - 1);
    Entry found = entries.get(slot);
    if (found == null || !found.text.equals(text)) {
      found = new Entry(text, SignerKey.itself(decode(text)));
      entries.set(slot, found);
    }
    return found.key;
  }

  private static DidKey decode(String text) {
    return DidKey.parse(text)
        .orElseThrow(
            () ->
                new EventRejected(
                    EventRejection.UNKNOWN_KEY,
                    "kid is neither a did:key of a supported algorithm nor a registered device."));
  }
}
