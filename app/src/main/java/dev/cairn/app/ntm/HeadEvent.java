package dev.cairn.app.ntm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.verify.AnchoredHeads.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The event that says: this block is the newest of the chain. Writer and reader side by side. */
final class HeadEvent {
  static final String MEDIA_TYPE = "application/vnd.cairn.ntm-ia-head+json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private HeadEvent() {}

  /**
   * The event of a head. The same head and time give the same bytes with an Ed25519 key, so that it
   * may be posted again after any crash.
   */
  static byte[] sign(SigningKey device, Head head, Timestamp sealedAt) {
    String payload =
        JSON.createObjectNode()
            .put("index", head.index().value())
            .put("hash", head.hash().hex())
            .toString();
    EventDraft draft =
        EventDraft.of(
                payload.getBytes(StandardCharsets.UTF_8),
                "ntm-ia-head-" + head.hash(),
                sealedAt.epochSecond())
            .withContentType(MEDIA_TYPE);
    return EventSigner.sign(device, draft);
  }

  /** The head that a payload names; empty if it names none. */
  static Optional<Head> read(byte[] payload) {
    try {
      JsonNode json = JSON.readTree(payload);
      JsonNode index = json.path("index");
      Optional<BlockHash> hash = BlockHash.parse(json.path("hash").asText());
      return index.isIntegralNumber() && index.canConvertToLong() && index.asLong() >= 1
          ? hash.map(known -> new Head(new BlockIndex(index.asLong()), known))
          : Optional.empty();
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can be read.", e);
    }
  }
}
