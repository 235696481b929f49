package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.Recordings.Sample;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded refusal comes back with the same status, content type and text. */
class RecordedRefusalsTest {

  /** Shortly after the recorded commands were made. */
  private static final Clock RECORDING =
      Clock.fixed(Instant.ofEpochSecond(1_795_170_870L), ZoneOffset.UTC);

  /** Refusals that need the recorded chain's own blocks. */
  private static final Set<String> NEED_RECORDED_CHAIN =
      Set.of("send duplicate of a mined one", "spv unknown target chain");

  private static Devnet devnet;
  private static NodeClient client;

  @BeforeAll
  static void start() {
    devnet = Devnet.start(DevnetSettings.development().withAddress("127.0.0.1", 0), RECORDING);
    client = new NodeClient(devnet);
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  static Stream<Sample> refusals() {
    return Stream.of("queries", "pact-local", "pact-send-poll-listen", "spv")
        .flatMap(Recordings::of)
        .filter(sample -> sample.status() >= 400)
        .filter(sample -> !NEED_RECORDED_CHAIN.contains(sample.name()));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refusal_isThatOfARealNode(Sample sample) {
    HttpResponse<String> answer = client.send(request(sample.request()));
    assertThat(answer.body()).isEqualTo(sample.body());
    assertThat(answer.statusCode()).isEqualTo(sample.status());
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .isEqualTo(sample.contentType());
  }

  private static HttpRequest request(JsonNode recorded) {
    HttpRequest.Builder request = client.request(recorded.get("path").textValue());
    JsonNode headers = recorded.path("headers");
    headers.fieldNames().forEachRemaining(name -> request.header(name, headers.get(name).asText()));
    if (recorded.get("method").asText().equals("GET")) {
      return request.GET().build();
    }
    if (!headers.has("content-type")) {
      request.header("Content-Type", "application/json");
    }
    return request.POST(BodyPublishers.ofString(recorded.path("bodyText").asText(""))).build();
  }
}
