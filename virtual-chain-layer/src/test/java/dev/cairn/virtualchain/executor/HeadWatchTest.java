package dev.cairn.virtualchain.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.virtualchain.RecordedNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Watching heads through streams that end, fail, or do not exist. */
class HeadWatchTest {

  private static final HeadWatchTimes FAST =
      new HeadWatchTimes(Duration.ofMillis(5), 3, Duration.ofMillis(5), Duration.ofMillis(20));

  private final MockWebServer server = new MockWebServer();
  private final ConcurrentLinkedQueue<MockResponse> streams = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<MockResponse> cuts = new ConcurrentLinkedQueue<>();
  private final List<ChainHead> heard = new CopyOnWriteArrayList<>();
  private HttpChainwebNodes nodes;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            boolean stream = request.getTarget().endsWith("/header/updates");
            MockResponse next = (stream ? streams : cuts).poll();
            return next == null ? answer(503, "") : next;
          }
        });
    server.start();
    NodeSettings settings =
        new NodeSettings(
            List.of(server.url("/")),
            RecordedNode.NETWORK,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(5));
    nodes = new HttpChainwebNodes(settings, new OkHttpClient(), FAST);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static MockResponse cut(String name) {
    return answer(200, RecordedNode.recorded("cuts", name).at("/response/bodyText").asText());
  }

  private static MockResponse recordedStream() {
    for (JsonNode stream : RecordedNode.read("updates").path("streams")) {
      if (stream.path("path").asText().endsWith("/header/updates")) {
        return answer(200, stream.path("text").asText());
      }
    }
    throw new IllegalStateException("The recording has no header stream.");
  }

  private static int headersIn(MockResponse stream) throws IOException {
    Buffer body = new Buffer();
    stream.getBody().writeTo(body);
    return body.readUtf8().split("\n\n", -1).length - 1;
  }

  @Test
  void stream_recorded_reportsEveryWholeEventAfterTheCut() throws IOException {
    int events = headersIn(recordedStream());
    streams.add(recordedStream());
    cuts.add(cut("cut 0"));

    try (Subscription watch = nodes.headUpdates(heard::add)) {
      await().until(() -> heard.size() >= 20 + events);
      assertThat(watch).isNotNull();
    }

    assertThat(events).isPositive();
    assertThat(heard).hasSize(20 + events);
    assertThat(heard.get(20).chain()).isEqualTo(new ChainId(12));
    assertThat(heard.get(20).height().value()).isEqualTo(39);
  }

  @Test
  void stream_thatEnds_isOpenedAgainAndTheCutFillsTheGap() {
    streams.add(answer(200, ""));
    cuts.add(cut("cut 0"));
    streams.add(answer(500, "restarting"));
    streams.add(recordedStream());
    cuts.add(cut("cut 3"));

    try (Subscription watch = nodes.headUpdates(heard::add)) {
      await().until(() -> heard.stream().anyMatch(head -> head.height().value() == 39));
      assertThat(watch).isNotNull();
    }

    assertThat(heard).extracting(ChainHead::hash).doesNotHaveDuplicates();
    assertThat(heard.size()).isGreaterThan(40);
  }

  @Test
  void noStream_cutIsWatchedAndTheStreamTriedAgain() {
    streams.add(answer(404, ""));
    cuts.add(cut("cut 0"));
    cuts.add(answer(500, ""));
    cuts.add(cut("cut 1"));
    streams.add(recordedStream());
    cuts.add(cut("cut 1"));

    try (Subscription watch = nodes.headUpdates(heard::add)) {
      await().until(() -> heard.stream().anyMatch(head -> head.height().value() == 39));
      assertThat(watch).isNotNull();
    }

    assertThat(heard).extracting(ChainHead::hash).doesNotHaveDuplicates();
  }

  @Test
  void listenerThatFails_isCalledAgain() {
    streams.add(recordedStream());
    cuts.add(cut("cut 0"));
    Subscription watch =
        nodes.headUpdates(
            head -> {
              heard.add(head);
              throw new IllegalStateException("a listener's own fault");
            });

    await().until(() -> heard.size() > 20);
    watch.close();
  }

  @Test
  void close_whileTheStreamIsSilent_returnsAtOnce() {
    streams.add(
        new MockResponse.Builder()
            .body("event:BlockHeader\n")
            .throttleBody(5, 1, TimeUnit.HOURS)
            .build());
    cuts.add(cut("cut 0"));
    Subscription watch = nodes.headUpdates(heard::add);
    await().until(() -> heard.size() == 20);

    assertThat(timeToClose(watch)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void close_whileANodeDoesNotAnswer_returnsAtOnce() {
    streams.add(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    Subscription watch = nodes.headUpdates(heard::add);
    await().until(() -> server.getRequestCount() == 1);

    assertThat(timeToClose(watch)).isLessThan(Duration.ofSeconds(2));
  }

  private static Duration timeToClose(Subscription watch) {
    long start = System.nanoTime();
    watch.close();
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
