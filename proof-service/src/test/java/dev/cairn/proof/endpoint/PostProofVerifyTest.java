package dev.cairn.proof.endpoint;

import static dev.cairn.proof.endpoint.Problems.assertProblem;
import static dev.cairn.proof.endpoint.Stage.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.Evidence;
import dev.cairn.proof.fixture.SignedBatch;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostProofVerifyTest {
  private static final String PATH = "/v1/proof/verify";
  private static final String JSON = "application/json";

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

  private byte[] evidence(SignedBatch batch, int leaf) throws Exception {
    return stage.get("/v1/evidence/" + batch.eventId(leaf)).body();
  }

  private JsonNode report(String mediaType, byte[] body) throws Exception {
    HttpResponse<byte[]> response = stage.post(PATH, mediaType, body);
    assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(200);
    return json(response);
  }

  @ParameterizedTest
  @ValueSource(strings = {JSON, Evidence.MEDIA_TYPE, "application/json; charset=utf-8"})
  void evidence_isReportedValid(String mediaType) throws Exception {
    JsonNode report = report(mediaType, evidence(stage.proveBatch(1, 3), 1));
    assertThat(report.path("verdict").asText()).as(report.toString()).isEqualTo("valid");
    assertThat(report.path("steps")).hasSizeGreaterThan(10);
  }

  @Test
  void changedEvidence_isReportedInvalidWithTheStep() throws Exception {
    byte[] evidence = evidence(stage.proveBatch(1, 3), 1);
    String text = new String(evidence, UTF_8).replace("\"leafIndex\":1", "\"leafIndex\":2");
    JsonNode report = report(JSON, text.getBytes(UTF_8));
    assertThat(report.path("verdict").asText()).isEqualTo("invalid");
    assertThat(report.path("failedStep").asText()).isEqualTo("leaf in batch");
  }

  @Test
  void truncatedEvidence_isReportedInvalid() throws Exception {
    byte[] evidence = evidence(stage.proveBatch(1, 3), 1);
    byte[] half = Arrays.copyOf(evidence, evidence.length / 2);
    assertThat(report(Evidence.MEDIA_TYPE, half).path("verdict").asText()).isEqualTo("invalid");
    assertProblem(stage.post(PATH, JSON, half), 400, "malformed-json");
  }

  private ObjectNode claim(SignedBatch batch, int leaf) throws Exception {
    JsonNode evidence = json(stage.get("/v1/evidence/" + batch.eventId(leaf)));
    ObjectNode claim = JsonNodeFactory.instance.objectNode();
    claim.set("proof", evidence.path("inclusion"));
    claim.set("merkleRoot", evidence.at("/inclusion/root"));
    claim.set("leafData", evidence.path("event"));
    return claim;
  }

  private JsonNode report(ObjectNode claim) throws Exception {
    return report(JSON, claim.toString().getBytes(UTF_8));
  }

  @Test
  void claimThatHolds_isReportedValidWithItsScope() throws Exception {
    JsonNode report = report(claim(stage.proveBatch(1, 9), 8));
    assertThat(report.path("verdict").asText()).isEqualTo("valid");
    assertThat(report.path("scope").asText()).isEqualTo("inclusion");
    assertThat(report.findValuesAsText("status").stream().filter("passed"::equals)).hasSize(1);
  }

  @Test
  void claimThatDoesNotHold_isReportedInvalid() throws Exception {
    SignedBatch batch = stage.proveBatch(1, 9);
    ObjectNode otherLeaf = claim(batch, 3);
    otherLeaf.put("leafData", "e30.e30.AA");
    assertThat(report(otherLeaf).path("failedStep").asText()).isEqualTo("leaf in batch");
    ObjectNode missing = claim(batch, 3);
    ((ArrayNode) missing.at("/proof/path")).remove(0);
    assertThat(report(missing).path("verdict").asText()).isEqualTo("invalid");
    ObjectNode superfluous = claim(batch, 3);
    ((ArrayNode) superfluous.at("/proof/path")).add(superfluous.path("merkleRoot"));
    assertThat(report(superfluous).path("verdict").asText()).isEqualTo("invalid");
    ObjectNode otherSize = claim(batch, 3);
    ((ObjectNode) otherSize.path("proof")).put("treeSize", 1);
    assertThat(report(otherSize).path("verdict").asText()).isEqualTo("invalid");
  }
}
