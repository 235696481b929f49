package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventStreamTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String REQUEST =
      """
      POST /v1/events/batch HTTP/1.1\r
      Host: localhost\r
      Transfer-Encoding: chunked\r
      Content-Type: application/x-ndjson\r
      \r
      """;

  @TempDir Path dir;
  private final FaultyDisk disk = new FaultyDisk();
  private final TestSigner signer = new TestSigner(1);
  private GatewayFixture gateway;

  @BeforeEach
  void start() {
    gateway = new GatewayFixture(GatewaySettings.of(dir), disk);
  }

  @AfterEach
  void invariantsHold() {
    gateway.close();
    StoreInvariants.check(dir);
  }

  @Test
  void shortStream_isAnsweredLikeAJsonRequest() throws Exception {
    String body = signer.sign("a") + "\r\n\n  \"" + signer.sign("b") + "\"\nnonsense\n";
    HttpResponse<String> response = gateway.post(GatewayFixture.NDJSON, body);
    JsonNode answer = MAPPER.readTree(response.body());

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.get("accepted")).hasSize(2);
    assertThat(answer.at("/rejected/0/index").asInt()).isEqualTo(2);
    answer.get("accepted").forEach(e -> PostEventsBatchTest.checkReceipt(answer, e));
    assertThat(gateway.post(GatewayFixture.NDJSON, signer.sign("a")).statusCode()).isEqualTo(200);
  }

  @Test
  void emptyStream_isRefused() throws Exception {
    HttpResponse<String> response = gateway.post(GatewayFixture.NDJSON, "\n\n");
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("urn:cairn:problem:empty-batch");
  }

  @Test
  void longLine_isRejectedAlone() throws Exception {
    String body = "x".repeat(3 << 20) + "\n" + signer.sign("a");
    JsonNode answer = MAPPER.readTree(gateway.post(GatewayFixture.NDJSON, body).body());
    assertThat(answer.at("/rejected/0/type").asText()).endsWith(":event-too-large");
    assertThat(answer.at("/accepted/0/index").asInt()).isEqualTo(1);
  }

  @Test
  void options_comeFromTheQuery() throws Exception {
    String path = "/v1/events/batch?taskKey=k-7&batchSize=1&ttl=5";
    HttpResponse<String> response = gateway.post(path, GatewayFixture.NDJSON, signer.sign("a"));
    assertThat(MAPPER.readTree(response.body()).at("/accepted/0/chainId").asInt())
        .isEqualTo(Math.floorMod("k-7".hashCode(), GatewayFixture.CHAINS));

    assertThat(gateway.post("/v1/events/batch?ttl=soon", GatewayFixture.NDJSON, "x").body())
        .contains("ttl is a whole number");
    assertThat(gateway.post("/v1/events/batch?x=1", GatewayFixture.NDJSON, "x").body())
        .contains("unknown parameter");
  }

  @Test
  void longStream_isAnsweredGroupByGroup() throws Exception {
    int events = 2500;
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < events; i++) {
      body.append(signer.sign("e" + i)).append('\n');
    }
    HttpResponse<String> response = gateway.post(GatewayFixture.NDJSON, body.toString());

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/x-ndjson");
    List<Integer> indexes = new ArrayList<>();
    for (String line : response.body().lines().toList()) {
      JsonNode answer = MAPPER.readTree(line);
      answer.get("accepted").forEach(e -> indexes.add(e.get("index").asInt()));
      PostEventsBatchTest.checkReceipt(answer, answer.at("/accepted/0"));
    }
    assertThat(indexes).hasSize(events).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void openStream_isAcknowledgedWhileItGoesOn() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(30_000);
      OutputStream out = socket.getOutputStream();
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      send(out, REQUEST);
      for (int i = 0; i < 3; i++) {
        chunk(out, signer.sign("e" + i) + "\n");
        JsonNode answer = nextAnswer(in);
        assertThat(answer.at("/accepted/0/index").asInt()).isEqualTo(i);
      }
      chunk(out, "nonsense\n");
      assertThat(nextAnswer(in).get("type").asText()).endsWith(":malformed-jws");

      disk.fail(FaultyDisk.Fault.NOT_DONE, 1);
      chunk(out, signer.sign("e4") + "\n");
      assertThat(nextAnswer(in).get("type").asText()).endsWith(":unavailable");
      assertThat(in.readLine()).isEmpty();
      assertThat(in.readLine()).isEqualTo("0");
    }
  }

  @Test
  void openStream_endsWhenTheClientEndsIt() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket.setSoTimeout(30_000);
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      send(socket.getOutputStream(), REQUEST);
      chunk(socket.getOutputStream(), signer.sign("a") + "\n");
      assertThat(nextAnswer(in).get("accepted")).hasSize(1);

      send(socket.getOutputStream(), "0\r\n\r\n");
      assertThat(in.readLine()).isEmpty();
      assertThat(in.readLine()).isEqualTo("0");
    }
    await().until(() -> gauge("cairn.gateway.requests.inflight") == 0);
  }

  @Test
  void brokenStream_leavesNothingBehindInTheHouse() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      send(socket.getOutputStream(), REQUEST);
      chunk(socket.getOutputStream(), signer.sign("a").substring(0, 50));
      await().until(() -> gauge("cairn.gateway.bytes.inflight") == 50);
    }
    await().until(() -> gauge("cairn.gateway.requests.inflight") == 0);
    assertThat(gauge("cairn.gateway.bytes.inflight")).isZero();
  }

  private double gauge(String name) {
    return gateway.meters().get(name).gauge().value();
  }

  private static void send(OutputStream out, String text) throws Exception {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void chunk(OutputStream out, String text) throws Exception {
    send(out, Integer.toHexString(text.length()) + "\r\n" + text + "\r\n");
  }

  /** The next line that is JSON; the rest is the framing of HTTP. */
  private static JsonNode nextAnswer(BufferedReader in) throws Exception {
    String line = in.readLine();
    while (!line.startsWith("{")) {
      line = in.readLine();
    }
    return MAPPER.readTree(line);
  }
}
