package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static dev.cairn.proof.endpoint.Stage.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.VerificationReport;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.proof.fixture.SignedBatch;
import dev.cairn.virtualchain.coordinator.AnchorProof;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GetEvidenceTest {
  /** The promise of issue and design: evidence of a usual event. */
  private static final int MAX_EVIDENCE_BYTES = 8 * 1024;

  @TempDir Path dir;
  private Stage stage;

  @BeforeEach
  void open() throws Exception {
    stage = new Stage(dir);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  private HttpResponse<byte[]> evidence(SignedBatch batch, int leaf, String query)
      throws Exception {
    return stage.get("/v1/evidence/" + batch.eventId(leaf) + query);
  }

  @Test
  void everyEvent_hasEvidenceThatVerifiesWithTheInstancesTrustFile() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 11);
    TrustFile trust = TrustFile.parse(stage.get("/v1/trust").body());
    for (int leaf = 0; leaf < 11; leaf++) {
      HttpResponse<byte[]> response = evidence(batch, leaf, "");
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).contains(Evidence.MEDIA_TYPE);
      VerificationReport report = Stage.VERIFIER.verify(response.body(), trust);
      assertThat(report.isValid()).as(report.toText()).isTrue();
      assertThat(Evidence.parse(response.body()).receipt()).isPresent();
    }
  }

  @Test
  void evidenceOfAKilobyteEventInABatchOfAThousand_isSmall() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 1000);
    assertThat(batch.events().get(999).jws().length).isBetween(1000, 1400);
    assertThat(evidence(batch, 999, "").body().length).isLessThanOrEqualTo(MAX_EVIDENCE_BYTES);
  }

  @Test
  void provedEvidence_mayBeKept() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 3);
    HttpResponse<byte[]> first = evidence(batch, 1, "");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    String path = "/v1/evidence/" + batch.eventId(1);
    HttpResponse<byte[]> second = stage.get(path, "If-None-Match", "\"other\", W/" + tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
    assertThat(second.headers().firstValue("ETag")).contains(tag);
    HttpResponse<byte[]> head = stage.head(path);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("ETag")).contains(tag);
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(first.body().length);
  }

  @Test
  void batchNotYetProved_isAConflictThatSaysWhatToDo() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    HttpResponse<byte[]> response = evidence(batch, 0, "");
    JsonNode problem = assertProblem(response, 409, "not-proved-yet");
    assertThat(problem.path("state").asText()).isEqualTo("closed");
    assertThat(problem.path("batchId").asText()).isEqualTo(batch.id().toString());
    assertThat(response.headers().firstValue("Retry-After")).isPresent();
    assertThat(response.headers().firstValue("ETag")).isEmpty();
    assertProblem(evidence(batch, 0, "?wait=proved&timeout=10ms"), 409, "not-proved-yet");
  }

  @Test
  void wait_beginsBeforeTheBatchIsClosed() throws Exception {
    SignedBatch batch = SignedBatch.of(1, 3);
    stage.batches.append(batch.opened());
    CompletableFuture<HttpResponse<byte[]>> later =
        stage.getLater("/v1/evidence/" + batch.eventId(2) + "?wait=proved&timeout=20s");
    await().until(() -> stage.service().waiting() == 1);
    stage.batches.append(batch.closed());
    stage.tellFinal(batch, stage.chain.anchor("a", batch));
    assertThat(later.get(15, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    await().until(() -> stage.service().waiting() == 0);
  }

  @Test
  void unknownEvent_isNotFoundAndSaysWhatToDo() throws Exception {
    HttpResponse<byte[]> response = evidence(SignedBatch.of(5, 1), 0, "");
    assertThat(assertProblem(response, 404, "unknown-event").path("detail").asText())
        .contains("wait=proved");
    assertProblem(
        evidence(SignedBatch.of(5, 1), 0, "?wait=proved&timeout=10ms"), 404, "unknown-event");
  }

  @Test
  void reorganisationAfterTheProof_changesTheEvidence() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 3);
    byte[] first = evidence(batch, 0, "").body();
    AnchorProof again = stage.chain.anchor("again", batch);
    stage.anchors.append(new AnchorEntry.Returned(batch.id(), "block left the branch", 1));
    assertProblem(evidence(batch, 0, ""), 409, "not-proved-yet");
    stage.tellFinal(batch, again);
    byte[] second = evidence(batch, 0, "?wait=proved&timeout=20s").body();
    assertThat(Evidence.parse(second).anchor().blockHash()).isEqualTo(again.block().hash());
    assertThat(second).isNotEqualTo(first);
    TrustFile trust = TrustFile.parse(stage.get("/v1/trust").body());
    assertThat(Stage.VERIFIER.verify(second, trust).isValid()).isTrue();
    assertThat(Stage.VERIFIER.verify(first, trust).isValid()).isFalse();
  }

  @Test
  void restart_servesTheSameBytes() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 3);
    byte[] before = evidence(batch, 2, "").body();
    int asked = stage.chain.asked();
    stage.restart();
    assertThat(evidence(batch, 2, "").body()).isEqualTo(before);
    assertThat(stage.chain.asked()).isEqualTo(asked);
  }

  @Test
  void batchesOfOneTransaction_eachHaveEvidence() throws Exception {
    SignedBatch one = stage.closeBatch(1, 3);
    SignedBatch two = stage.closeBatch(2, 4);
    AnchorProof proof = stage.chain.anchor("both", one, two);
    stage.tellFinal(one, proof);
    stage.tellFinal(two, proof);
    stage.awaitProved(one);
    stage.awaitProved(two);
    TrustFile trust = TrustFile.parse(stage.get("/v1/trust").body());
    assertThat(Stage.VERIFIER.verify(evidence(one, 0, "").body(), trust).isValid()).isTrue();
    assertThat(Stage.VERIFIER.verify(evidence(two, 3, "").body(), trust).isValid()).isTrue();
    assertThat(json(stage.get("/v1/trust")).at("/networks/sample-net/blocks")).hasSize(2);
  }
}
