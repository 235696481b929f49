package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static dev.cairn.proof.endpoint.Stage.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.Evidence;
import dev.cairn.proof.fixture.Batches;
import dev.cairn.proof.fixture.SignedBatch;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send: each gets a clear refusal, and the service goes on. */
class HostileInputTest {
  private static final String VERIFY = "/v1/proof/verify";
  private static final String JSON = "application/json";
  private static final String ROOT = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  /** One service for all cases: none of them may leave a trace. */
  private static Stage stage;

  private static SignedBatch batch;

  @BeforeAll
  static void open(@TempDir Path dir) throws Exception {
    stage = new Stage(dir);
    batch = stage.closeBatch(1, 2);
  }

  @AfterAll
  static void close() throws Exception {
    stage.close();
  }

  @AfterEach
  void serviceGoesOn() throws Exception {
    assertThat(stage.get("/v1/batches/" + batch.id()).statusCode()).isEqualTo(200);
    assertThat(stage.service().waiting()).isZero();
    assertThat(stage.service().ready()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "batches/x",
        "batches/00000000-0000-0000-0000-000000000000",
        "batches/01A0C450-6C01-7CD8-9A3E-C39BDA137E64",
        "batches/01a0c450-6c01-7cd8-9a3e-c39bda137e64%00",
        "batches/%27;--",
        "batches/%F0%9F%92%A5",
        "batches/..%2f..%2fetc",
        "proof/x",
        "audit/proof/%20",
        "evidence/x",
        "evidence/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "evidence/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "evidence/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
        "evidence/%00%00"
      })
  void badId_isRefused(String path) throws Exception {
    assertProblem(stage.get("/v1/" + path), 400, "invalid-request");
  }

  @Test
  void endlessId_isRefused() throws Exception {
    HttpResponse<byte[]> response = stage.get("/v1/evidence/" + "A".repeat(3000));
    assertProblem(response, 400, "invalid-request");
    assertThat(response.body().length).isLessThan(1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wait=open",
        "wait=PROVED",
        "wait=",
        "wait=proved&wait=proved",
        "wait=%00",
        "timeout=121s",
        "timeout=120001ms",
        "timeout=-1s",
        "timeout=1m",
        "timeout=9999999999999s",
        "timeout=",
        "timeout=%D9%A1s"
      })
  void badWait_isRefused(String query) throws Exception {
    assertProblem(stage.get("/v1/batches/" + batch.id() + "?" + query), 400, "invalid-request");
    assertProblem(
        stage.get("/v1/evidence/" + batch.eventId(0) + "?" + query), 400, "invalid-request");
  }

  @Test
  void evidence_canOnlyBeWaitedForUntilProved() throws Exception {
    assertProblem(
        stage.get("/v1/evidence/" + batch.eventId(0) + "?wait=closed"), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=-1",
        "limit=1001",
        "limit=99999999999999999999",
        "limit=1e3",
        "limit=",
        "limit=1&limit=2",
        "limit=%D9%A1",
        "after=x",
        "after=01a0c450-6c01-7cd8-9a3e-000000000000",
        "tenantId=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "tenantId=%ff%fe&limit=x"
      })
  void badCatalogQuery_isRefused(String query) throws Exception {
    assertProblem(stage.get("/v1/audit/catalog?" + query), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "",
        "%00",
        "-1",
        "1790000000000",
        "2026-11-20",
        "2026-02-30T00:00:00Z",
        "2026-13-01T00:00:00Z",
        "1969-12-31T23:59:59Z",
        "%2B999999999-12-31T23:59:59Z",
        "-999999999-01-01T00:00:00Z",
        "9999-12-31T23:59:59-18:00"
      })
  void badTime_isRefused(String time) throws Exception {
    assertProblem(stage.get("/v1/audit/catalog?from=" + time), 400, "invalid-request");
    assertProblem(stage.get("/v1/audit/catalog?to=" + time), 400, "invalid-request");
    assertProblem(stage.get("/v1/trust?since=" + time), 400, "invalid-request");
  }

  @Test
  void otherTenantsBatch_isNoPlaceToGoOnFrom() throws Exception {
    String query = "tenantId=other&after=" + Batches.id(1);
    assertProblem(stage.get("/v1/audit/catalog?" + query), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "1",
        "\"evidence\"",
        "{\"proof\":1}",
        "{\"proof\":{},\"merkleRoot\":\"x\",\"leafData\":\"y\"}",
        "{\"proof\":{\"leafIndex\":0,\"treeSize\":1,\"path\":[]},\"leafData\":\"y\"}"
      })
  void wellFormedNonsense_isRefused(String body) throws Exception {
    assertProblem(stage.post(VERIFY, JSON, body.getBytes(UTF_8)), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"leafIndex\":-1,\"treeSize\":1,\"path\":[]",
        "\"leafIndex\":0,\"treeSize\":1,\"path\":[1]",
        "\"leafIndex\":0,\"treeSize\":1,\"path\":[\"x\"]",
        "\"leafIndex\":0,\"treeSize\":1,\"path\":{}",
        "\"leafIndex\":0,\"treeSize\":1e99,\"path\":[]",
        "\"leafIndex\":0,\"treeSize\":99999999999,\"path\":[]",
        "\"leafIndex\":0,\"treeSize\":1,\"path\":[],\"hash\":\"MD5\"",
        "\"leafIndex\":0,\"treeSize\":1,\"path\":[],\"more\":1"
      })
  void badProofInAClaim_isRefused(String members) throws Exception {
    String body =
        "{\"proof\":{" + members + "},\"merkleRoot\":\"" + ROOT + "\",\"leafData\":\"y\"}";
    assertProblem(stage.post(VERIFY, JSON, body.getBytes(UTF_8)), 400, "invalid-request");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"proof\":}", "{\"a\":1,\"a\":2}", "{} {}", "\u0000", "nul"})
  void malformedJson_isRefused(String body) throws Exception {
    assertProblem(stage.post(VERIFY, JSON, body.getBytes(UTF_8)), 400, "malformed-json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void noJsonAtAll_isRefused(String body) throws Exception {
    assertThat(stage.post(VERIFY, JSON, body.getBytes(UTF_8)).statusCode()).isEqualTo(400);
  }

  @Test
  void deepJson_isRefused() throws Exception {
    String deep = "{\"proof\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
    assertProblem(stage.post(VERIFY, JSON, deep.getBytes(UTF_8)), 400, "malformed-json");
    byte[] deepEvidence = ("{\"evidence\":" + "[".repeat(200_000)).getBytes(UTF_8);
    HttpResponse<byte[]> report = stage.post(VERIFY, Evidence.MEDIA_TYPE, deepEvidence);
    assertThat(json(report).path("verdict").asText()).isEqualTo("invalid");
  }

  @Test
  void oversizedBody_isRefused() throws Exception {
    byte[] body = new byte[Evidence.MAX_BYTES + 1];
    Arrays.fill(body, (byte) ' ');
    assertProblem(stage.post(VERIFY, JSON, body), 413, "body-too-large");
  }

  @Test
  void manyUnknownMembers_doNotMakeALongAnswer() throws Exception {
    StringBuilder body = new StringBuilder("{\"proof\":{}");
    for (int i = 0; i < 50_000; i++) {
      body.append(",\"m").append(i).append("\":0");
    }
    byte[] bytes = body.append('}').toString().getBytes(UTF_8);
    HttpResponse<byte[]> response = stage.post(VERIFY, JSON, bytes);
    assertProblem(response, 400, "invalid-request");
    assertThat(response.body().length).isLessThan(1000);
  }

  @Test
  void otherMediaType_isRefused() throws Exception {
    assertProblem(stage.post(VERIFY, "text/plain", new byte[] {1}), 415, "unsupported-media-type");
  }
}
