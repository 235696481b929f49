package dev.cairn.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for all endpoints: the gatekeeper, names of requests, origins. */
class SurfaceRulesTest {
  private static final String ORIGIN = "https://app.example";

  /** Readers say so in a header; nobody else may anything. */
  private static final Gatekeeper READERS =
      (context, needed) -> {
        if (needed != Permission.NONE && context.request().getHeader("Reader") == null) {
          throw ProblemType.UNAUTHENTICATED.because("Say that you are a reader.");
        }
        Caller reader = new Caller("t", "reader", EnumSet.of(Permission.READ), false);
        if (!reader.may(needed)) {
          throw ProblemType.FORBIDDEN.because("Readers read.");
        }
        return reader;
      };

  private Vertx vertx;
  private HttpServer server;

  /** Says whose tenant the caller is. */
  private record Tell(EndpointSpec spec) implements Endpoint {
    @Override
    public void handle(RoutingContext context) {
      String tenant = Caller.of(context).tenant();
      Respond.json(context, 200, JsonNodeFactory.instance.textNode(tenant));
    }
  }

  private static EndpointSpec get(String path) {
    Answer answer = Answer.json(200, "a tenant", Schema.string("its name"));
    return EndpointSpec.get(
        path, "get" + path.substring(1), "x", List.of(), List.of(answer), List.of());
  }

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    EndpointSpec post =
        EndpointSpec.post(
            "/post",
            "post",
            "x",
            RequestBody.whole("x", Map.of("text/plain", Schema.string("x")), 10),
            List.of(Answer.json(200, "x", Schema.string("x"))),
            List.of());
    List<Endpoint> endpoints =
        List.of(
            new Tell(get("/read")),
            new Tell(get("/open").needing(Permission.NONE)),
            new Tell(post.needing(Permission.SUBMIT)));
    SurfaceRules rules = new SurfaceRules(READERS, Set.of(ORIGIN));
    server =
        vertx
            .createHttpServer()
            .requestHandler(HttpSurface.router(vertx, endpoints, rules))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  /** The whole answer to a request that is sent as it stands. */
  private String ask(String requestLine, String... headers) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket.setSoTimeout(10_000);
      String head = requestLine + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
      String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
      socket.getOutputStream().write((head + lines + "\r\n").getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void gatekeeper_isAskedForWhatTheEndpointNeeds() throws Exception {
    assertThat(ask("GET /read")).startsWith("HTTP/1.1 401").contains("WWW-Authenticate: Bearer");
    assertThat(ask("GET /read", "Reader: yes")).startsWith("HTTP/1.1 200").endsWith("\"t\"");
    assertThat(ask("GET /open")).startsWith("HTTP/1.1 200");
  }

  @Test
  void gatekeeper_isAskedBeforeTheBodyIsRead() throws Exception {
    // A body of a gigabyte is announced and never sent: who waited for it would not answer.
    String announced = "POST /post HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000000\r\n";
    assertThat(status(announced)).isEqualTo("HTTP/1.1 401");
    assertThat(status(announced + "Reader: yes\r\n")).isEqualTo("HTTP/1.1 403");
  }

  /** The beginning of the answer; the server may keep the connection for the body. */
  private String status(String head) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.actualPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
      byte[] start = socket.getInputStream().readNBytes(12);
      return new String(start, StandardCharsets.US_ASCII);
    }
  }

  @Test
  void requestId_isTheClientsOwnIfHarmless() throws Exception {
    assertThat(ask("GET /open", "X-Request-Id: trace-1.2_3"))
        .contains("X-Request-Id: trace-1.2_3\r\n");
    for (String id : List.of("", "a b", "a\"b", "ä", "x".repeat(65), "${jndi:x}")) {
      String answer = ask("GET /open", "X-Request-Id: " + id);
      assertThat(answer).containsPattern("X-Request-Id: [0-9a-f-]{36}\r\n");
    }
    String problem = ask("GET /read", "X-Request-Id: mine");
    String body = problem.substring(problem.indexOf("\r\n\r\n") + 4);
    assertThat(new ObjectMapper().readTree(body).path("requestId").asText()).isEqualTo("mine");
  }

  @Test
  void origin_isAllowedExactlyOrNotAtAll() throws Exception {
    String preflight = "Access-Control-Request-Method: POST";
    String allowed = ask("OPTIONS /post", "Origin: " + ORIGIN, preflight);
    assertThat(allowed)
        .startsWith("HTTP/1.1 204")
        .contains("Access-Control-Allow-Origin: " + ORIGIN);
    // Also the refusal must be readable by the page.
    assertThat(ask("GET /read", "Origin: " + ORIGIN))
        .contains("Access-Control-Allow-Origin: " + ORIGIN);
    for (String other :
        List.of(
            "https://app.example.evil", "http://app.example", "null", "*", "https://APP.example")) {
      for (String answer :
          List.of(
              ask("GET /open", "Origin: " + other),
              ask("OPTIONS /post", "Origin: " + other, preflight))) {
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("access-control-allow");
      }
    }
  }

  @Test
  void whatIsNoOrigin_isRefusedInASentence() {
    for (String text :
        List.of("*", "app.example", "https://a/path", "https://a?x", "a b", "null")) {
      assertThatThrownBy(() -> new SurfaceRules(Gatekeeper.OPEN, Set.of(text)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("An origin is scheme, host and port");
    }
  }

  @Test
  void openApi_saysWhatAnEndpointNeeds() {
    var document =
        OpenApi.document("T", "1", List.of(get("/read"), get("/open").needing(Permission.NONE)));
    assertThat(document.at("/paths/~1read/get/security/0/apiKey/0").asText()).isEqualTo("read");
    assertThat(document.at("/paths/~1open/get/security").isMissingNode()).isTrue();
    assertThat(document.at("/components/securitySchemes/apiKey/scheme").asText())
        .isEqualTo("bearer");
  }
}
