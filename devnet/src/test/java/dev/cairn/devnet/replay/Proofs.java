package dev.cairn.devnet.replay;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.Base64Url;
import dev.cairn.devnet.replay.NodeUnderTest.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Our proofs of what recorded proofs show. */
final class Proofs {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Proofs() {}

  /** Our proof in place of a recorded one; empty if that was not given out by the node. */
  static Optional<String> ours(NodeUnderTest node, Translation translation, String recorded) {
    return Recording.samples("spv")
        .filter(sample -> sample.status() == 200)
        .filter(sample -> object(unquoted(sample.answer())).equals(object(recorded)))
        .findFirst()
        .map(sample -> ask(node, sample.path(), translation.apply(sample.body())));
  }

  private static String ask(NodeUnderTest node, String path, String body) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> node.post(path, body).status() == 200);
    Reply reply = node.post(path, body);
    return unquoted(reply.text());
  }

  static String unquoted(String text) {
    return text.substring(1, text.length() - 1);
  }

  /** The JSON of a proof. */
  static JsonNode object(String transport) {
    byte[] json = Base64Url.decodeLenient(transport);
    return NodeUnderTest.parse(new String(json, StandardCharsets.UTF_8));
  }

  /** The text of a proof's JSON. */
  static String transport(JsonNode object) {
    return Base64Url.encode(object.toString().getBytes(StandardCharsets.UTF_8));
  }
}
