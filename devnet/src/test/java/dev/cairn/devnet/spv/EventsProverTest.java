package dev.cairn.devnet.spv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.spv.EventsProver.Algorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recorded blocks have the recorded events proofs, byte for byte. */
class EventsProverTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RECORDINGS =
      Path.of("..", "chainweb", "src", "test", "resources")
          .resolve(Path.of("chainweb", "node-capture"));

  /** A recorded request, the block of its transaction, and the answer. */
  record Sample(
      String name, PayloadWithOutputs payload, int index, JsonNode request, String answer) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() throws IOException {
    JsonNode blocks = JSON.readTree(RECORDINGS.resolve("blocks.json").toFile()).get("blocks");
    JsonNode samples = JSON.readTree(RECORDINGS.resolve("spv2.json").toFile()).get("samples");
    return StreamSupport.stream(samples.spliterator(), false)
        .filter(sample -> sample.at("/request/bodyText").asText().contains("\"events\""))
        .filter(sample -> !sample.at("/request/bodyText").asText().contains("100000"))
        .flatMap(sample -> of(sample, blocks));
  }

  private static Stream<Sample> of(JsonNode sample, JsonNode blocks) {
    JsonNode request = read(sample.at("/request/bodyText").textValue());
    String key = request.at("/subjectIdentifier/requestKey").textValue();
    return StreamSupport.stream(blocks.spliterator(), false)
        .map(block -> read(block.get("payloadWithOutputsText").textValue()))
        .map(PayloadWithOutputs::fromJson)
        .filter(payload -> index(payload, key) >= 0)
        .limit(1)
        .map(
            payload ->
                new Sample(
                    sample.get("name").textValue(),
                    payload,
                    index(payload, key),
                    request,
                    sample.at("/response/bodyText").textValue()));
  }

  private static int index(PayloadWithOutputs payload, String key) {
    for (int i = 0; i < payload.transactions().size(); i++) {
      JsonNode command = read(payload.transactions().get(i).transaction().text());
      if (command.get("hash").textValue().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void proof_isThatOfARealNode(Sample sample) {
    Algorithm algorithm =
        Algorithm.named(sample.request().get("algorithm").textValue()).orElseThrow();
    if (sample.answer().startsWith("{")) {
      assertThat(EventsProver.prove(sample.payload(), sample.index(), algorithm))
          .isEqualTo(sample.answer());
    } else {
      assertThatThrownBy(() -> EventsProver.prove(sample.payload(), sample.index(), algorithm))
          .isInstanceOf(UnsupportedEventException.class)
          .hasMessage(sample.answer().replace("SPV proof creation failed:", ""));
    }
  }
}
