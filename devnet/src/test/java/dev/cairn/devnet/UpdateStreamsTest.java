package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.mining.MiningMode;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The event streams: every block, per chain in order, in a node's text. */
class UpdateStreamsTest {

  private static final int EVENTS = 60;

  @ParameterizedTest
  @ValueSource(strings = {"header", "block"})
  void stream_tellsOfEveryBlock(String kind) throws Exception {
    DevnetSettings settings =
        DevnetSettings.development()
            .withAddress("127.0.0.1", 0)
            .withMining(new MiningMode.Periodic(Duration.ofMillis(50)));
    try (Devnet devnet = Devnet.start(settings, Clock.systemUTC(), StubContracts::new)) {
      NodeClient client = new NodeClient(devnet);
      HttpResponse<Stream<String>> answer =
          client
              .http()
              .send(
                  client.request(client.path("/" + kind + "/updates")).build(),
                  BodyHandlers.ofLines());
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/event-stream");
      List<JsonNode> events = read(answer.body().iterator());
      long first = events.get(0).at("/header/height").asLong();
      for (int i = 0; i < EVENTS; i++) {
        check(events.get(i), i % 20, first + i / 20, kind.equals("block"));
      }
    }
  }

  private static List<JsonNode> read(Iterator<String> lines) {
    List<JsonNode> events = new ArrayList<>();
    while (events.size() < EVENTS) {
      assertThat(lines.next()).isEqualTo("event:BlockHeader");
      String data = lines.next();
      assertThat(data).startsWith("data:{\"header\":{\"adjacents\":{");
      events.add(NodeClient.json(data.substring("data:".length())));
      assertThat(lines.next()).isEmpty();
    }
    return events;
  }

  private static void check(JsonNode event, int chain, long height, boolean withPayload) {
    BlockHeader header = BlockHeader.fromJsonObject(event.get("header"), 2);
    assertThat(header.chainId().value()).isEqualTo(chain);
    assertThat(header.height().value()).isEqualTo(height);
    assertThat(event.get("powHash").asText()).isEqualTo(header.powHash().hex());
    assertThat(event.get("target").asText()).isEqualTo(header.target().hex());
    assertThat(event.get("txCount").asInt()).isZero();
    assertThat(event.has("payloadWithOutputs")).isEqualTo(withPayload);
    if (withPayload) {
      PayloadWithOutputs payload = PayloadWithOutputs.fromJson(event.get("payloadWithOutputs"));
      assertThat(payload.payloadHash()).isEqualTo(header.payloadHash());
    }
  }
}
