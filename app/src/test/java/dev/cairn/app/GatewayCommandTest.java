package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.app.client.CairnClient;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn gateway} in a process of its own, with its options. */
@Timeout(120)
class GatewayCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** As a shell tells a process that SIGTERM ended. */
  private static final int ENDED_BY_TERM = 128 + 15;

  @TempDir Path directory;

  private CairnProcess gateway(String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of("gateway", "--port", "0"));
    all.addAll(List.of("--data", directory.resolve("data").toString()));
    all.addAll(List.of(options));
    return CairnProcess.start(directory.resolve("gateway.log"), all.toArray(String[]::new));
  }

  private static Socket connect(CairnProcess gateway) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), gateway.address().getPort());
  }

  private static String untilClosed(Socket socket) throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void retention_isStatedInReceipts() throws IOException {
    try (CairnProcess gateway = gateway("--retention", "48")) {
      JsonNode answer =
          new CairnClient(gateway.address()).submit(BadRequests.signed("a", "1") + "\n");
      JsonNode receipt = signedPart(answer.at("/receipts/jws").asText());
      assertThat(receipt.path("jtiUntil").asLong() - receipt.path("iat").asLong())
          .isEqualTo(48 * 3600);
    }
  }

  private static JsonNode signedPart(String jws) throws IOException {
    return JSON.readTree(Base64.getUrlDecoder().decode(jws.split("[.]", -1)[1]));
  }

  @Test
  void connections_areBounded_andCutWhenSilent_andCounted() throws Exception {
    try (CairnProcess gateway = gateway("--max-connections", "2", "--head-within", "500")) {
      try (Socket first = connect(gateway);
          Socket second = connect(gateway);
          Socket third = connect(gateway)) {
        // They come to several event loops: any of them may be the one too many.
        List<String> answers = List.of(untilClosed(first), untilClosed(second), untilClosed(third));
        assertThat(answers).filteredOn(String::isEmpty).hasSize(2);
        assertThat(String.join("", answers)).startsWith("HTTP/1.1 503 ").contains("Retry-After: 1");
      }
      submit(gateway, "nonsense");
      assertThat(metrics(gateway))
          .contains("cairn_http_connections_cut_total{reason=\"too-many\"} 1.0")
          .contains("cairn_http_connections_cut_total{reason=\"slow-head\"} 2.0")
          .contains("cairn_http_problems_total{type=\"malformed-jws\"} 1.0")
          .contains("cairn_gateway_rejections_total{reason=\"malformed-jws\"} 1.0")
          .contains("cairn_gateway_acts_undelivered 0.0")
          .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_files_open_files")
          .contains("cairn_http_connections ");
    }
  }

  private String metrics(CairnProcess gateway) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(gateway.address().resolve("/metrics")).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static int submit(CairnProcess gateway, String event) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(gateway.address().resolve("/v1/events/batch"))
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  @Test
  void secondSignal_endsAtOnce_andWhatWasAcknowledgedIsThere() throws Exception {
    String event = BadRequests.signed("kept", "1");
    try (CairnProcess gateway = gateway();
        Socket stream = connect(gateway)) {
      assertThat(submit(gateway, event)).isEqualTo(202);
      beginStream(stream);
      gateway.terminate();
      await().until(() -> refuses(gateway));
      gateway.terminate();
      assertThat(gateway.exitCode()).isEqualTo(ENDED_BY_TERM);
    }
    // The first one alone would have waited until the stream's time was over, and said nothing.
    assertThat(directory.resolve("gateway.log")).content().contains("Ended at once by a second");
    try (CairnProcess gateway = gateway()) {
      assertThat(submit(gateway, event)).as("known").isEqualTo(200);
    }
  }

  /** A request that does not end keeps an orderly end waiting. */
  private static void beginStream(Socket stream) throws IOException {
    String head =
        """
        POST /v1/events/batch HTTP/1.1
        Host: x
        Transfer-Encoding: chunked
        Content-Type: application/x-ndjson
        Expect: 100-continue

        """;
    byte[] bytes = head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    stream.getOutputStream().write(bytes);
    // It has been seen.
    assertThat(stream.getInputStream().read()).isEqualTo('H');
  }

  private static boolean refuses(CairnProcess gateway) throws IOException {
    try {
      connect(gateway).close();
      return false;
    } catch (ConnectException refused) {
      return true;
    }
  }
}
