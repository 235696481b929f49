package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.ReceiptChecker;
import dev.cairn.evidence.receipt.ReceiptJson;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.gateway.FaultyDisk.Fault;
import dev.cairn.gateway.ingest.RequestLimits;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostEventsBatchTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final ReceiptChecker RECEIPTS = new ReceiptChecker(SignatureProviders.best());
  private static final RequestLimits LIMITS =
      new RequestLimits(200_000, 80_000, 50, 8, 64 * 1024, 100, 400_000);

  @TempDir Path dir;
  private final FaultyDisk disk = new FaultyDisk();
  private final TestSigner signer = new TestSigner(1);
  private GatewayFixture gateway;

  @BeforeEach
  void start() {
    gateway = new GatewayFixture(GatewaySettings.of(dir).withRequests(LIMITS), disk);
  }

  @AfterEach
  void invariantsHold() {
    gateway.close();
    StoreInvariants.check(dir);
  }

  @Test
  void goodEvents_areAcceptedWithReceiptsThatHold() throws Exception {
    HttpResponse<String> response = post(signer.sign("a"), signer.sign("b", "x", "tk"));
    JsonNode answer = json(response);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(answer.get("accepted")).hasSize(2);
    assertThat(answer.get("rejected")).isEmpty();
    assertThat(answer.get("batchId")).isEqualTo(answer.at("/accepted/0/batchId"));
    assertThat(answer.get("batches")).contains(answer.at("/accepted/1/batchId"));
    answer.get("accepted").forEach(event -> checkReceipt(answer, event));
    assertThat(answer.at("/accepted/1/eventId").asText())
        .isEqualTo(TestSigner.parse(signer.sign("b", "x", "tk")).id().toString());
  }

  @Test
  void auditPath_isTheSame() throws Exception {
    String body = events(quoted(signer.sign("a")));
    assertThat(gateway.post("/v1/audit/batch", GatewayFixture.JSON, body).statusCode())
        .isEqualTo(202);
    assertThat(gateway.post(GatewayFixture.JSON, body).statusCode()).isEqualTo(200);
  }

  @Test
  void flattenedEvent_isTheSameEvent() throws Exception {
    String[] parts = signer.sign("a").split("\\.", 3);
    String flattened =
        "{ \"payload\": \"%s\",\n \"protected\":\"%s\", \"signature\":\"%s\"}"
            .formatted(parts[1], parts[0], parts[2]);

    JsonNode first = json(gateway.post(GatewayFixture.JSON, events(flattened)));
    HttpResponse<String> second = post(signer.sign("a"));
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(json(second).at("/accepted/0/eventId")).isEqualTo(first.at("/accepted/0/eventId"));
  }

  @Test
  void badEvent_isRejectedAlone() throws Exception {
    String good = signer.sign("a");
    String forged = good.substring(0, good.length() - 4) + "AAAA";
    HttpResponse<String> response = post(signer.sign("b"), forged, "nonsense", signer.sign("c"));
    JsonNode answer = json(response);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(answer.get("accepted"))
        .extracting(e -> e.get("index").asInt())
        .containsExactly(0, 3);
    assertThat(answer.get("rejected"))
        .extracting(e -> e.get("index").asInt())
        .containsExactly(1, 2);
    assertThat(answer.get("rejected"))
        .extracting(e -> e.get("type").asText())
        .containsExactly("urn:cairn:problem:bad-signature", "urn:cairn:problem:malformed-jws");
    assertThat(answer.at("/rejected/0/detail").asText()).endsWith(".");
  }

  @Test
  void elementsThatAreNoEvents_areRejectedAlone() throws Exception {
    String body = events("17", "null", "[\"x\"]", "{\"a\":{}}", quoted(signer.sign("a")));
    JsonNode answer = json(gateway.post(GatewayFixture.JSON, body));
    assertThat(answer.get("rejected"))
        .extracting(e -> e.get("index").asInt())
        .containsExactly(0, 1, 2, 3);
    assertThat(answer.at("/accepted/0/index").asInt()).isEqualTo(4);
  }

  @Test
  void oversizedEvent_isRejectedAlone() throws Exception {
    String big = signer.sign("big", "x".repeat(70_000));
    JsonNode answer = json(post(big, signer.sign("a")));
    assertThat(answer.at("/rejected/0/type").asText()).endsWith(":event-too-large");
    assertThat(answer.get("accepted")).hasSize(1);
    assertProblem(post(big), 413, "event-too-large");
  }

  @Test
  void everyEventRefused_isAProblemWithTheList() throws Exception {
    assertProblem(post("nonsense"), 400, "malformed-jws");
    HttpResponse<String> several = post("nonsense", signer.sign("a").replaceAll("\\.[^.]*$", "."));
    assertProblem(several, 400, "no-event-accepted");
    assertThat(json(several).get("rejected")).hasSize(2);
  }

  @Test
  void repetition_isAnsweredWithTheSameReceipts() throws Exception {
    String[] events = {signer.sign("a"), signer.sign("b"), signer.sign("c")};
    JsonNode first = json(post(events));
    HttpResponse<String> response = post(events);
    JsonNode second = json(response);

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(second.get("receipts")).isEqualTo(first.get("receipts"));
    for (int i = 0; i < events.length; i++) {
      assertThat(second.get("accepted").get(i).get("receipt"))
          .isEqualTo(first.get("accepted").get(i).get("receipt"));
      assertThat(second.get("accepted").get(i).get("duplicate").asBoolean()).isTrue();
    }
  }

  @Test
  void repetitionAmongNewEvents_keepsItsOwnSignedPart() throws Exception {
    JsonNode first = json(post(signer.sign("a")));
    HttpResponse<String> response = post(signer.sign("a"), signer.sign("b"));
    JsonNode second = json(response);

    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(second.at("/accepted/0/receipt/jws")).isEqualTo(first.at("/receipts/jws"));
    assertThat(second.at("/accepted/1/receipt").has("jws")).isFalse();
    second.get("accepted").forEach(event -> checkReceipt(second, event));
  }

  @Test
  void otherBytesUnderAUsedJti_areAConflict() throws Exception {
    post(signer.sign("a"));
    assertProblem(post(signer.sign("a", "other")), 409, "idempotency-conflict");
    JsonNode answer = json(post(signer.sign("a", "other"), signer.sign("b")));
    assertThat(answer.at("/rejected/0/type").asText()).endsWith(":idempotency-conflict");
    assertThat(answer.get("accepted")).hasSize(1);
  }

  @Test
  void taskKey_movesEventsToAnotherChain() throws Exception {
    String body =
        "{\"taskKey\":\"k-7\",\"ttl\":0,\"batchSize\":1,\"events\":[%s]}"
            .formatted(quoted(signer.sign("a")));
    JsonNode answer = json(gateway.post(GatewayFixture.JSON, body));
    assertThat(answer.at("/accepted/0/chainId").asInt())
        .isEqualTo(Math.floorMod("k-7".hashCode(), GatewayFixture.CHAINS));
    // Opened and Closed in the one write that accepted the event.
    assertThat(gateway.gateway().batches().end()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"events\":[],}",
        "{\"events\":[\"a\"]",
        "{\"events\":[\"a\",\"b\"}",
        "{\"events\":[1],\"events\":[2]}",
        "nonsense",
        "{\"events\":[[[[[[[[[[1]]]]]]]]]]}",
        "{\"events\":[\"a\\u12\"]}"
      })
  void malformedJson_isRefusedWithItsPlace(String body) throws Exception {
    HttpResponse<String> response = gateway.post(GatewayFixture.JSON, body);
    assertProblem(response, 400, "malformed-json");
    assertThat(json(response).get("line").asInt()).isEqualTo(1);
    assertThat(json(response).get("column").asInt()).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "\"events\"",
        "{}",
        "{\"events\":{}}",
        "{\"events\":[\"a\"],\"more\":1}",
        "{\"events\":[\"a\"],\"taskKey\":\"\"}",
        "{\"events\":[\"a\"],\"taskKey\":7}",
        "{\"events\":[\"a\"],\"batchSize\":0}",
        "{\"events\":[\"a\"],\"batchSize\":1.5}",
        "{\"events\":[\"a\"],\"batchSize\":99999999999999999999999}",
        "{\"events\":[\"a\"],\"ttl\":-1}",
        "{\"events\":[\"a\"]} {}"
      })
  void otherForm_isRefusedByName(String body) throws Exception {
    assertProblem(gateway.post(GatewayFixture.JSON, body), 400, "invalid-request");
  }

  @Test
  void emptyBatch_isRefused() throws Exception {
    assertProblem(gateway.post(GatewayFixture.JSON, "{\"events\":[]}"), 400, "empty-batch");
  }

  @Test
  void otherMediaType_isRefused() throws Exception {
    assertProblem(gateway.post("text/csv", "a,b"), 415, "unsupported-media-type");
  }

  @Test
  void tooManyEvents_areRefused() throws Exception {
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 51; i++) {
      events.add("\"x\"");
    }
    assertProblem(
        gateway.post(GatewayFixture.JSON, events(events.toArray(String[]::new))),
        413,
        "too-many-events");
  }

  @Test
  void largeBody_isRefused() throws Exception {
    assertProblem(
        gateway.post(GatewayFixture.JSON, "x".repeat(LIMITS.bodyBytes() + 1)),
        413,
        "body-too-large");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NOT_DONE", "DONE_BUT_REPORTED_FAILED"})
  void failingDisk_isAnsweredWith503_andTheSameRequestWorksLater(Fault fault) throws Exception {
    disk.fail(fault, 1);
    HttpResponse<String> response = post(signer.sign("a"));
    assertProblem(response, 503, "unavailable");
    assertThat(response.headers().firstValue("Retry-After")).contains("1");

    await().until(gateway.gateway()::ready);
    int expected = fault == Fault.DONE_BUT_REPORTED_FAILED ? 200 : 202;
    assertThat(post(signer.sign("a")).statusCode()).isEqualTo(expected);
  }

  @Test
  void closedGateway_answers503() throws Exception {
    gateway.gateway().drain();
    assertProblem(post(signer.sign("a")), 503, "unavailable");
    assertThat(gateway.gateway().ready()).isFalse();
  }

  @Test
  void request_afterTheEnd_isAnsweredToo() throws Exception {
    gateway.gateway().close();
    assertProblem(post(signer.sign("a")), 503, "unavailable");
  }

  @Test
  void metrics_countEventsByVerdict() throws Exception {
    post(signer.sign("a"), "nonsense");
    post(signer.sign("a"));
    post(signer.sign("a", "other"));
    for (String verdict : List.of("accepted", "rejected", "repeated", "conflict")) {
      assertThat(gateway.meters().counter("cairn.gateway.events", "verdict", verdict).count())
          .as(verdict)
          .isEqualTo(1);
    }
    assertThat(gateway.meters().get("cairn.gateway.acknowledgment").timer().count()).isEqualTo(3);
    assertThat(
            gateway.meters().counter("cairn.gateway.rejections", "reason", "malformed-jws").count())
        .isEqualTo(1);
  }

  @Test
  void metrics_countRefusalsByReason() throws Exception {
    gateway.post(GatewayFixture.JSON, "{");
    disk.fail(Fault.NOT_DONE, 1);
    post(signer.sign("a"));
    for (String reason : List.of("malformed-json", "unavailable")) {
      assertThat(gateway.meters().counter("cairn.gateway.refusals", "reason", reason).count())
          .as(reason)
          .isEqualTo(1);
    }
  }

  @Test
  void drain_closesEveryBatch() throws Exception {
    post(signer.sign("a"));
    gateway.gateway().drain();
    assertThat(gateway.gateway().batches().end()).isEqualTo(2);
  }

  private HttpResponse<String> post(String... events) throws Exception {
    String[] quoted = new String[events.length];
    for (int i = 0; i < events.length; i++) {
      quoted[i] = quoted(events[i]);
    }
    return gateway.post(GatewayFixture.JSON, events(quoted));
  }

  private static String events(String... json) {
    return "{\"events\":[" + String.join(",", json) + "]}";
  }

  private static String quoted(String text) {
    return '"' + text + '"';
  }

  private static JsonNode json(HttpResponse<String> response) throws Exception {
    return MAPPER.readTree(response.body());
  }

  private static void assertProblem(HttpResponse<String> response, int status, String slug)
      throws Exception {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(json(response).get("type").asText()).isEqualTo("urn:cairn:problem:" + slug);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  /** Puts a receipt together as a client does, and checks it. */
  static void checkReceipt(JsonNode answer, JsonNode event) {
    JsonNode receipt = event.get("receipt");
    String jws = receipt.path("jws").asText(answer.at("/receipts/jws").asText());
    String whole =
        "{\"jws\":\"%s\",\"index\":%s,\"path\":%s}"
            .formatted(jws, receipt.get("index"), receipt.get("path"));
    RECEIPTS.check(
        ReceiptJson.read(whole.getBytes(StandardCharsets.UTF_8)),
        new ReceiptLeaf(
            EventId.parse(event.get("eventId").asText()),
            BatchId.parse(event.get("batchId").asText())));
  }
}
