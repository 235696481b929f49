package dev.cairn.evidence.event;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SignatureProvider;

/**
 * Checks that an event's signature is good under the key that its {@code kid} names: a did:key says
 * it itself, for a device id somebody else has to.
 */
public final class EventVerifier {
  private final SignatureProvider provider;

  public EventVerifier(SignatureProvider provider) {
    this.provider = provider;
  }

  /**
   * Returns if the signature is good.
   *
   * @throws EventRejected with UNKNOWN_KEY, WRONG_KEY_TYPE or BAD_SIGNATURE
   */
  public void verify(Event event) {
    DidKey key =
        DidKey.parse(event.signer().value())
            .orElseThrow(
                () ->
                    new EventRejected(
                        EventRejection.UNKNOWN_KEY,
                        "kid is neither a did:key of a supported algorithm nor a registered key."));
    verify(event, key);
  }

  /**
   * Returns if the signature is good under the key that {@code kid} means.
   *
   * @throws EventRejected with WRONG_KEY_TYPE or BAD_SIGNATURE
   */
  public void verify(Event event, DidKey key) {
    if (key.algorithm() != event.header().algorithm()) {
      throw new EventRejected(
          EventRejection.WRONG_KEY_TYPE,
          "alg is %s, but kid is a key for %s."
              .formatted(event.header().algorithm().jwsName(), key.algorithm().jwsName()));
    }
    if (!event.verify(provider, key)) {
      throw new EventRejected(
          EventRejection.BAD_SIGNATURE, "The signature does not verify under kid.");
    }
  }
}
