package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.pact.PactCommand;
import java.time.Duration;

/** Sends commands and waits for their results. */
record PactClient(NodeClient node) {

  /** Far more than a result takes, for machines that are busy. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  String path(int chain, String endpoint) {
    return node.path("/chain/" + chain + "/pact/api/v1/" + endpoint);
  }

  /** Sends a command that must be taken in. */
  void send(int chain, PactCommand command) {
    assertThat(node.post(path(chain, "send"), TestCommands.batch(command)).body())
        .isEqualTo("{\"requestKeys\":[\"" + command.hash() + "\"]}");
  }

  /** Sends a command and gives its result. */
  JsonNode mined(int chain, PactCommand command) {
    send(chain, command);
    await().atMost(PATIENCE).until(() -> !poll(chain, command, 0).isEmpty());
    return poll(chain, command, 0).get(command.hash().toString());
  }

  /** As {@link #mined}, of a command that succeeds. */
  JsonNode succeeded(int chain, PactCommand command) {
    JsonNode result = mined(chain, command);
    assertThat(result.at("/result/status").asText()).as(result.toString()).isEqualTo("success");
    return result;
  }

  JsonNode poll(int chain, PactCommand command, int depth) {
    return node.postJson(
        path(chain, "poll?confirmationDepth=" + depth),
        "{\"requestKeys\":[\"" + command.hash() + "\"]}");
  }

  /** The value of a local run. */
  JsonNode local(int chain, PactCommand command) {
    return node.postJson(path(chain, "local"), command.toJson()).at("/result/data");
  }
}
