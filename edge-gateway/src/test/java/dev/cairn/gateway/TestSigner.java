package dev.cairn.gateway;

import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventSigner;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A device with a key of its own, the same in every run. */
public final class TestSigner {

  private static final EventParser PARSER = new EventParser();

  private final SigningKey key;

  public TestSigner(int number) {
    byte[] seed = new byte[32];
    Arrays.fill(seed, (byte) number);
    key = SigningKey.fromEd25519Seed(seed);
  }

  public String did() {
    return key.didKey().toString();
  }

  /** Compact serialization of an event with this jti; the payload is made from it. */
  public String sign(String jti) {
    return sign(jti, "payload of " + jti);
  }

  public String sign(String jti, String payload) {
    return new String(EventSigner.sign(key, draft(jti, payload)), StandardCharsets.US_ASCII);
  }

  public String sign(String jti, String payload, String taskKey) {
    byte[] jws = EventSigner.sign(key, draft(jti, payload).withTaskKey(taskKey));
    return new String(jws, StandardCharsets.US_ASCII);
  }

  public Event event(String jti) {
    return parse(sign(jti));
  }

  public Event event(String jti, String payload) {
    return parse(sign(jti, payload));
  }

  public static Event parse(String jws) {
    return PARSER.parse(jws.getBytes(StandardCharsets.US_ASCII));
  }

  private static EventDraft draft(String jti, String payload) {
    return EventDraft.of(payload.getBytes(StandardCharsets.UTF_8), jti, 1_700_000_000);
  }
}
