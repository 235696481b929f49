package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static dev.cairn.proof.endpoint.Stage.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.proof.fixture.SignedBatch;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GetProofTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"/v1/proof/", "/v1/audit/proof/"})
  void provedBatch_hasTheAnchorOfItsEvidence(String path) throws Exception {
    SignedBatch batch = stage.proveBatch(1, 3);
    HttpResponse<byte[]> response = stage.get(path + batch.id());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    JsonNode evidence = json(stage.get("/v1/evidence/" + batch.eventId(0)));
    JsonNode proof = json(response);
    assertThat(proof.path("anchor")).isEqualTo(evidence.path("anchor"));
    assertThat(proof.path("root")).isEqualTo(evidence.at("/inclusion/root"));
    assertThat(proof.path("treeSize").asInt()).isEqualTo(3);
    assertThat(stage.head(path + batch.id()).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/proof/", "/v1/audit/proof/"})
  void others_areProblems(String path) throws Exception {
    SignedBatch batch = stage.closeBatch(1, 3);
    assertProblem(stage.get(path + batch.id()), 409, "not-proved-yet");
    assertProblem(stage.get(path + SignedBatch.of(2, 1).id()), 404, "unknown-batch");
    assertProblem(stage.get(path + "x"), 400, "invalid-request");
    assertThat(stage.head(path + "x").statusCode()).isEqualTo(400);
  }
}
