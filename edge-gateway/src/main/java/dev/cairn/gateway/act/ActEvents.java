package dev.cairn.gateway.act;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventSigner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Acts as events that the gateway signs ({@code "by":"gateway"}), and back. */
public final class ActEvents {
  /** All acts of an instance lie on one chain, in batches of their tenants. */
  static final String TASK_KEY = "cairn-acts";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SigningKey gatewayKey;
  private final RandomGenerator random;
  private final EventParser parser = new EventParser();

  public ActEvents(SigningKey gatewayKey, RandomGenerator random) {
    this.gatewayKey = gatewayKey;
    this.random = random;
  }

  /** Signs the act; signing it again gives another event, so the bytes are what must be kept. */
  public Event sign(ActRecord entry) {
    byte[] payload = ActJson.write(entry).toString().getBytes(StandardCharsets.UTF_8);
    // Numbers begin anew when the log is lost, so alone they would be taken for repetitions.
    String jti = "act-" + entry.number() + "-" + HexFormat.of().toHexDigits(random.nextLong());
    EventDraft draft =
        EventDraft.of(payload, jti, entry.at().getEpochSecond())
            .withTaskKey(TASK_KEY)
            .withContentType(ActJson.MEDIA_TYPE);
    return parse(EventSigner.signForSource(gatewayKey, draft));
  }

  public Event parse(byte[] jws) {
    return parser.parse(jws);
  }

  /** The act of an event from the log; its signature is not looked at, the log is our own. */
  public static ActRecord read(Event event) {
    try {
      return ActJson.read(JSON.readTree(event.payload()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
