package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.Recordings.Sample;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded local runs come back in the same shape: members, their order, result or error. */
class RecordedLocalRunsTest {

  /** Shortly after the recorded commands were made. */
  private static final Clock RECORDING =
      Clock.fixed(Instant.ofEpochSecond(1_795_170_870L), ZoneOffset.UTC);

  /** Reads a module that the recorded chain had. */
  private static final Set<String> NEED_RECORDED_CHAIN = Set.of("local data types");

  /** Their values depend on the recorded chain's contracts and blocks. */
  private static final Set<String> OTHER_VALUES =
      Set.of(
          "local unsigned, no signers",
          "local unsigned, no verification",
          "local list-modules",
          "local describe coin");

  private static Devnet devnet;
  private static NodeClient client;

  @BeforeAll
  static void start() {
    devnet = Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), RECORDING);
    client = new NodeClient(devnet);
    await().atMost(PactClient.PATIENCE).until(() -> client.height() > 0);
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  static Stream<Sample> runs() {
    return Recordings.of("pact-local")
        .filter(sample -> sample.status() == 200)
        .filter(sample -> !NEED_RECORDED_CHAIN.contains(sample.name()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void run_hasTheShapeOfARealNodes(Sample sample) {
    HttpResponse<String> answer =
        client.post(
            sample.request().get("path").textValue(), sample.request().get("bodyText").textValue());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode expected = NodeClient.json(sample.body());
    JsonNode actual = NodeClient.json(answer.body());
    assertThat(shape(actual)).isEqualTo(shape(expected));
    if (!OTHER_VALUES.contains(sample.name())) {
      assertThat(outcome(actual)).isEqualTo(outcome(expected));
    }
  }

  private static JsonNode outcome(JsonNode answer) {
    return (answer.has("preflightResult") ? answer.get("preflightResult") : answer).get("result");
  }

  /** Paths of all members in their order; what a value holds is its own matter. */
  private static List<String> shape(JsonNode node) {
    List<String> paths = new ArrayList<>();
    collect("", node, paths);
    return paths;
  }

  private static void collect(String path, JsonNode node, List<String> paths) {
    paths.add(path + ":" + node.getNodeType());
    if (path.endsWith(".data")) {
      return;
    }
    node.fieldNames().forEachRemaining(name -> collect(path + "." + name, node.get(name), paths));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(path + "[" + i + "]", node.get(i), paths);
    }
  }
}
