package dev.cairn.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class ConnectionWatchTest {
  private static final int OPEN = 3;
  private static final String WHOLE =
      "POST /count HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n";
  private static final String GOOD = WHOLE + "Content-Length: 3\r\n\r\nabc";

  private final ConnectionWatch watch =
      new ConnectionWatch(new ConnectionLimits(OPEN, Duration.ofMillis(200)));
  private final List<Socket> sockets = new ArrayList<>();
  private Vertx vertx;
  private HttpServer server;

  /** Counts the bytes of a body. */
  private static final class PostCount implements Endpoint {
    @Override
    public EndpointSpec spec() {
      return EndpointSpec.post(
          "/count",
          "postCount",
          "x",
          RequestBody.whole("x", Map.of("text/plain", Schema.string("x")), 10),
          List.of(Answer.json(200, "x", Schema.integer("x"))),
          List.of());
    }

    @Override
    public void handle(RoutingContext context) {
      Respond.json(context, 200, JsonNodeFactory.instance.numberNode(context.body().length()));
    }
  }

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
            .requestHandler(HttpSurface.router(vertx, List.of(new PostCount())))
            .connectionHandler(watch)
            .invalidRequestHandler(new UnreadableRequest(refused -> {}))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    for (Socket socket : sockets) {
      socket.close();
    }
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort());
    sockets.add(socket);
    return socket;
  }

  private Socket send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** The status of the next answer, whose body is one digit. */
  private static String answer(Socket socket) throws IOException {
    StringBuilder text = new StringBuilder();
    while (!text.toString().endsWith("\r\n\r\n3")) {
      int next = socket.getInputStream().read();
      assertThat(next).as("the connection was closed after: " + text).isNotNegative();
      text.append((char) next);
    }
    return text.substring(9, 12);
  }

  private static String untilClosed(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
  }

  @Test
  void oneConnectionTooMany_isAnswered503_untilAnotherOneIsClosed() throws IOException {
    for (int i = 0; i < OPEN; i++) {
      assertThat(answer(send(connect(), GOOD))).isEqualTo("200");
    }
    assertThat(untilClosed(connect()))
        .startsWith("HTTP/1.1 503 ")
        .contains("Retry-After: 1", "urn:cairn:problem:too-many-connections", "\"retryAfter\":1");
    assertThat(watch.refused()).isEqualTo(1);

    sockets.get(0).close();
    await().until(() -> watch.open() < OPEN);
    assertThat(answer(send(connect(), GOOD))).isEqualTo("200");
  }

  @Test
  void silentConnection_isClosed() throws IOException {
    assertThat(untilClosed(connect())).isEmpty();
    assertThat(watch.late()).isEqualTo(1);
    await().until(() -> watch.open() == 0);
  }

  @Test
  void partOfAHead_isClosed() throws IOException {
    assertThat(untilClosed(send(connect(), "POST /count HTTP/1.1\r\nHost: "))).isEmpty();
  }

  @Test
  void partOfASecondHead_isClosed() throws IOException {
    Socket socket = send(connect(), GOOD);
    assertThat(answer(socket)).isEqualTo("200");
    assertThat(untilClosed(send(socket, "POST"))).isEmpty();
  }

  @Test
  void slowBody_andRestBetweenRequests_areNotItsBusiness() throws IOException {
    Socket slow = send(connect(), WHOLE + "Content-Length: 3\r\n\r\na");
    Socket resting = send(connect(), GOOD);
    assertThat(answer(resting)).isEqualTo("200");
    // As long as a head may take, and a bit more.
    assertThat(untilClosed(connect())).isEmpty();
    assertThat(answer(send(slow, "bc"))).isEqualTo("200");
    assertThat(answer(send(resting, GOOD))).isEqualTo("200");
  }

  @Test
  void versionThatIsNone_isAProblem() throws IOException {
    for (String version : List.of("http/1.1", "HTTP/2.0", "HTTP/9.9")) {
      assertThat(untilClosed(send(connect(), "POST /count " + version + "\r\nHost: x\r\n\r\n")))
          .as(version)
          .startsWith("HTTP/1.1 400 ")
          .contains("urn:cairn:problem:invalid-request");
    }
  }

  @Test
  void resetInABody_isNoFaultOfOurs() throws IOException {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(FailureHandler.class);
    logger.setLevel(Level.INFO);
    logger.addAppender(log);
    try {
      Socket gone = send(connect(), WHOLE + "Content-Length: 3\r\n\r\na");
      assertThat(answer(send(connect(), GOOD))).as("the server has got there").isEqualTo("200");
      gone.setSoLinger(true, 0);
      gone.close();
      await().until(() -> watch.open() == 1);
      assertThat(log.list).isEmpty();
    } finally {
      logger.detachAppender(log);
    }
  }

  @Test
  void limits_leaveRoomForOneConnection() {
    assertThatThrownBy(() -> new ConnectionLimits(0, Duration.ofSeconds(1)))
        .hasMessageContaining("at least one connection, not 0");
    assertThatThrownBy(() -> new ConnectionLimits(1, Duration.ZERO))
        .hasMessageContaining("a millisecond at least");
  }
}
