package dev.cairn.gateway.access;

import dev.cairn.evidence.crypto.DidKeys;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventRejection;

/** The keys that name themselves. Safe for any thread. */
final class KeyNames {
  private final DidKeys keys = new DidKeys();

  /**
   * The key that the text names.
   *
   * @throws EventRejected if it names none of a known algorithm
   */
  SignerKey get(String text) {
    return keys.parse(text)
        .map(SignerKey::itself)
        .orElseThrow(
            () ->
                new EventRejected(
                    EventRejection.UNKNOWN_KEY,
                    "kid is neither a did:key of a supported algorithm nor a registered device."));
  }
}
