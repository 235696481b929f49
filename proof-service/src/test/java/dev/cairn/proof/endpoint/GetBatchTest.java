package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static dev.cairn.proof.endpoint.Stage.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.proof.fixture.SignedBatch;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetBatchTest {
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

  @Test
  void batchJustOpened_isKnownAtOnce() throws Exception {
    for (int i = 0; i < 50; i++) {
      SignedBatch batch = SignedBatch.of(i, 1);
      stage.batches.append(batch.opened());
      HttpResponse<byte[]> response = stage.get("/v1/batches/" + batch.id());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response).path("state").asText()).isEqualTo("open");
    }
  }

  @Test
  void provedBatch_tellsEverything() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 5);
    JsonNode json = json(stage.get("/v1/batches/" + batch.id()));
    assertThat(json.path("tenant").asText()).isEqualTo("default");
    assertThat(json.path("chainId").asInt()).isEqualTo(SignedBatch.CHAIN);
    assertThat(json.path("root").asText()).isEqualTo(batch.tree().root().toString());
    assertThat(json.path("treeSize").asInt()).isEqualTo(5);
    assertThat(json.path("times").fieldNames())
        .toIterable()
        .containsExactly("open", "closed", "submitted", "mined", "final", "proved");
    assertThat(json.path("times").path("proved").asText()).isEqualTo("2026-11-20T12:00:00Z");
    assertThat(json.path("transaction").path("attempt").asInt()).isEqualTo(1);
    assertThat(json.path("block").path("hash").asText()).hasSize(43);
  }

  @Test
  void wait_isAnsweredWhenTheStateIsReached() throws Exception {
    SignedBatch batch = SignedBatch.of(1, 3);
    stage.batches.append(batch.opened());
    CompletableFuture<HttpResponse<byte[]>> closed =
        stage.getLater("/v1/batches/" + batch.id() + "?wait=closed&timeout=20s");
    CompletableFuture<HttpResponse<byte[]>> proved =
        stage.getLater("/v1/batches/" + batch.id() + "?wait=proved&timeout=20s");
    await().until(() -> stage.service().waiting() == 2);
    stage.batches.append(batch.closed());
    assertThat(json(closed.get(10, TimeUnit.SECONDS)).path("state").asText()).isEqualTo("closed");
    assertThat(proved).isNotDone();
    stage.tellFinal(batch, stage.chain.anchor("a", batch));
    assertThat(json(proved.get(10, TimeUnit.SECONDS)).path("state").asText()).isEqualTo("proved");
    await().until(() -> stage.service().waiting() == 0);
  }

  @Test
  void wait_thatTimesOut_isAnsweredWithTheStateSoFar() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    HttpResponse<byte[]> response =
        stage.get("/v1/batches/" + batch.id() + "?wait=final&timeout=20ms");
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("state").asText()).isEqualTo("closed");
    assertThat(stage.service().waiting()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&timeout=0", "&timeout=0ms", "&timeout=120", "&timeout=120s"})
  void wait_forWhatIsReached_isAnsweredAtOnce(String timeout) throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    HttpResponse<byte[]> response =
        stage.get("/v1/batches/" + batch.id() + "?wait=closed" + timeout);
    assertThat(json(response).path("state").asText()).isEqualTo("closed");
  }

  @Test
  void clientThatLeaves_freesItsPlace() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    CompletableFuture<HttpResponse<byte[]>> leaving =
        stage.getLater("/v1/batches/" + batch.id() + "?wait=proved&timeout=60s");
    await().until(() -> stage.service().waiting() == 1);
    leaving.cancel(true);
    await().atMost(Duration.ofSeconds(10)).until(() -> stage.service().waiting() == 0);
  }

  @Test
  void moreWaitersThanPlaces_areToldToComeBack() throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    String path = "/v1/batches/" + batch.id() + "?wait=proved&timeout=60s";
    for (int i = 0; i < 16; i++) {
      CompletableFuture<HttpResponse<byte[]>> waiting = stage.getLater(path);
      assertThat(waiting).isNotDone();
    }
    await().until(() -> stage.service().waiting() == 16);
    HttpResponse<byte[]> refused = stage.get(path);
    assertProblem(refused, 503, "too-many-waiters");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(stage.get("/v1/batches/" + batch.id()).statusCode()).isEqualTo(200);
  }

  @Test
  void returnedBatch_goesBackAndTellsWhy() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 3);
    stage.anchors.append(new AnchorEntry.Returned(batch.id(), "block left the branch", 1));
    JsonNode json = json(stage.get("/v1/batches/" + batch.id()));
    assertThat(json.path("state").asText()).isEqualTo("closed");
    assertThat(json.path("setbacks").path("reason").asText()).isEqualTo("block left the branch");
    stage.tellFinal(batch, stage.chain.anchor("again", batch));
    stage.awaitProved(batch);
  }

  @Test
  void unknownBatch_isNotFoundAndSaysWhereIdsComeFrom() throws Exception {
    HttpResponse<byte[]> response = stage.get("/v1/batches/" + SignedBatch.of(9, 1).id());
    JsonNode problem = assertProblem(response, 404, "unknown-batch");
    assertThat(problem.path("detail").asText()).contains("/v1/events/batch");
  }

  @Test
  void unknownBatch_withWait_isNotFoundWithoutWaiting() throws Exception {
    String path = "/v1/batches/" + SignedBatch.of(9, 1).id() + "?wait=proved&timeout=60s";
    assertProblem(stage.get(path), 404, "unknown-batch");
  }
}
