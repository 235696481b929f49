package dev.cairn.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpSurfaceTest {
  private static final long MAX_BODY = 64;
  private static final ProblemType TEAPOT = new ProblemType("teapot", 418, "Short and stout");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private Vertx vertx;
  private HttpServer server;

  /** Gives back the length of the body; refuses the word "tea", breaks on the word "bug". */
  private static final class PostLength implements Endpoint {
    @Override
    public EndpointSpec spec() {
      return EndpointSpec.post(
          "/v1/lengths/{name}",
          "postLength",
          "Counts bytes",
          RequestBody.whole(
              "anything", Map.of("text/plain", Schema.string("the bytes to count")), MAX_BODY),
          List.of(Answer.json(200, "the count", Schema.integer("bytes"))),
          List.of(TEAPOT, ProblemType.BODY_TOO_LARGE));
    }

    @Override
    public void handle(RoutingContext context) {
      String body = context.body().asString();
      if ("tea".equals(body)) {
        throw TEAPOT.because("No coffee.").with("spout", "left").retryAfter(7);
      }
      if ("bug".equals(body)) {
        throw new IllegalStateException("secret of the house");
      }
      Respond.json(context, 200, JsonNodeFactory.instance.numberNode(context.body().length()));
    }
  }

  @BeforeEach
  void start() throws Exception {
    vertx = Vertx.vertx();
    server =
        vertx
            .createHttpServer()
            .requestHandler(HttpSurface.router(vertx, List.of(new PostLength())))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  @AfterEach
  void stop() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private HttpResponse<String> send(String method, String path, String type, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path))
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String type, String body) throws Exception {
    return send("POST", "/v1/lengths/x", type, body);
  }

  private static void assertProblem(HttpResponse<String> response, int status, String slug)
      throws Exception {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode json = JSON.readTree(response.body());
    assertThat(json.path("type").asText()).isEqualTo("urn:cairn:problem:" + slug);
    assertThat(json.path("status").asInt()).isEqualTo(status);
    assertThat(json.path("detail").asText()).isNotBlank();
  }

  @Test
  void post_goodBody_isAnswered() throws Exception {
    HttpResponse<String> response = post("Text/Plain; charset=utf-8", "four");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEqualTo("4");
  }

  @Test
  void post_otherMediaType_isRefusedWithTheAcceptedOnes() throws Exception {
    HttpResponse<String> response = post("application/xml", "<a/>");
    assertProblem(response, 415, "unsupported-media-type");
    assertThat(response.body()).contains("text/plain").contains("application/xml");
  }

  @Test
  void post_bodyOverTheLimit_isRefused() throws Exception {
    assertThat(post("text/plain", "x".repeat((int) MAX_BODY)).statusCode()).isEqualTo(200);
    assertProblem(post("text/plain", "x".repeat((int) MAX_BODY + 1)), 413, "body-too-large");
  }

  @Test
  void thrownProblem_becomesTheAnswerWithItsMembers() throws Exception {
    HttpResponse<String> response = post("text/plain", "tea");
    assertProblem(response, 418, "teapot");
    assertThat(JSON.readTree(response.body()).path("spout").asText()).isEqualTo("left");
    assertThat(response.headers().firstValue("Retry-After")).contains("7");
  }

  @Test
  void unexpectedException_isAnsweredWithoutItsMessage() throws Exception {
    HttpResponse<String> response = post("text/plain", "bug");
    assertProblem(response, 500, "internal-error");
    assertThat(response.body()).doesNotContain("secret").contains("requestId");
  }

  @Test
  void unknownPathAndMethod_areProblems() throws Exception {
    assertProblem(send("POST", "/nowhere", "text/plain", ""), 404, "not-found");
    HttpResponse<String> refused = send("PUT", "/v1/lengths/x", "text/plain", "a");
    assertProblem(refused, 405, "method-not-allowed");
    assertThat(refused.headers().firstValue("Allow")).contains("POST");
  }

  @Test
  void openApi_describesTheEndpoint() {
    JsonNode document = OpenApi.document("Test", "1", List.of(new PostLength().spec()));
    JsonNode post = document.at("/paths/~1v1~1lengths~1{name}/post");
    assertThat(post.path("operationId").asText()).isEqualTo("postLength");
    assertThat(post.path("responses").fieldNames())
        .toIterable()
        .containsExactly("200", "401", "403", "413", "418", "500");
  }
}
