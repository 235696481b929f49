package dev.cairn.evidence.event;

import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.jws.CompactJws;

/** Signs drafts; the counterpart of {@link EventParser} and {@link EventVerifier}. */
public final class EventSigner {
  private EventSigner() {}

  /** The event's compact serialization, signed by its own source. */
  public static byte[] sign(SigningKey key, EventDraft draft) {
    return sign(key, draft, false);
  }

  /** The event of a source that can't sign, signed by the gateway ({@code "by":"gateway"}). */
  public static byte[] signForSource(SigningKey gatewayKey, EventDraft draft) {
    return sign(gatewayKey, draft, true);
  }

  private static byte[] sign(SigningKey key, EventDraft draft, boolean byGateway) {
    byte[] header = EventHeaderCodec.write(draft.header(key, byGateway));
    return CompactJws.sign(key, header, draft.payload()).bytes();
  }
}
