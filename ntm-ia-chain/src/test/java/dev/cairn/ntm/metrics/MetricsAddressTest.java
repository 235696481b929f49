package dev.cairn.ntm.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetricsAddressTest {

  private static final String METRICS =
      "{\"hits\":100,\"pct_ia\":0.5,\"ai_index\":0.8,\"uas\":5,\"hub\":6,\"respostas\":7}";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch testEnds = new CountDownLatch(1);
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    testEnds.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** What a source does with a request. */
  private interface Behaviour {
    void answer(HttpExchange exchange) throws Exception;
  }

  private MetricsAddress source(Duration timeout, Behaviour behaviour) {
    server.createContext(
        "/",
        exchange -> {
          try {
            behaviour.answer(exchange);
          } catch (Exception clientIsGone) {
            exchange.close();
          }
        });
    int port = server.getAddress().getPort();
    return new MetricsAddress(URI.create("http://127.0.0.1:" + port + "/metrics"), timeout);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(300);

  @Test
  void figures_areRead() throws IOException {
    MetricsAddress source = source(AMPLE, exchange -> send(exchange, 200, METRICS));
    assertThat(source.read().metrics().uas()).isEqualTo(5);
    assertThat(source.read().metrics().respostas()).isEqualTo(7);
  }

  @Test
  void otherStatus_isAnOutage() {
    MetricsAddress source = source(AMPLE, exchange -> send(exchange, 500, METRICS));
    assertThatThrownBy(source::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answers with status 500");
  }

  @Test
  void redirect_isNotFollowed() {
    MetricsAddress source =
        source(
            AMPLE,
            exchange -> {
              exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
              send(exchange, 302, METRICS);
            });
    assertThatThrownBy(source::read).hasMessageContaining("answers with status 302");
  }

  @Test
  void sourceThatIsDown_isAnOutage() {
    MetricsAddress source = source(AMPLE, exchange -> send(exchange, 200, METRICS));
    server.stop(0);
    assertThatThrownBy(source::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("can't be read");
  }

  @Test
  void silentSource_isGivenUp() {
    MetricsAddress source = source(SHORT, exchange -> testEnds.await());
    assertThatThrownBy(source::read)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("takes longer than 300 ms");
  }

  @Test
  void sourceThatDrips_isGivenUp() {
    MetricsAddress source =
        source(
            SHORT,
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              exchange.getResponseBody().write('{');
              exchange.getResponseBody().flush();
              testEnds.await();
            });
    assertThatThrownBy(source::read).hasMessageContaining("takes longer than 300 ms");
  }

  @Test
  void endlessSource_isCutOff() {
    byte[] piece = new byte[8192];
    MetricsAddress source =
        source(
            AMPLE,
            exchange -> {
              exchange.sendResponseHeaders(200, 0);
              while (true) {
                exchange.getResponseBody().write(piece);
              }
            });
    assertThatThrownBy(source::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The metrics have more than 65536 bytes.");
  }

  @Test
  void answerThatIsNoFigures_isRefused() {
    MetricsAddress source = source(AMPLE, exchange -> send(exchange, 200, "<html>"));
    assertThatThrownBy(source::read).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new MetricsAddress(URI.create("ftp://x/"), AMPLE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
