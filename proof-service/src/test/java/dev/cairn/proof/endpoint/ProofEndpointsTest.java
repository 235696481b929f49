package dev.cairn.proof.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.OpenApi;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofEndpointsTest {
  @TempDir Path dir;

  @Test
  void endpoints_areDescribedForTheOpenApiFile() throws Exception {
    Stage stage = new Stage(dir);
    List<EndpointSpec> specs = stage.service().endpoints().stream().map(Endpoint::spec).toList();
    stage.close();
    JsonNode document = OpenApi.document("Proofs", "1", specs);
    assertThat(document.path("paths").fieldNames())
        .toIterable()
        .containsExactly(
            "/v1/batches/{batchId}",
            "/v1/proof/{batchId}",
            "/v1/evidence/{eventId}",
            "/v1/proof/verify",
            "/v1/audit/catalog",
            "/v1/audit/proof/{batchId}",
            "/v1/trust");
    assertThat(specs).extracting(EndpointSpec::operationId).doesNotHaveDuplicates();
    assertThat(document.at("/paths/~1v1~1evidence~1{eventId}/get/responses").fieldNames())
        .toIterable()
        .containsExactly("200", "400", "401", "403", "404", "409", "500", "503");
  }

  @Test
  void meters_showWhatWaits() throws Exception {
    Stage stage = new Stage(dir);
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    stage.service().bindTo(registry);
    assertThat(registry.get("cairn.proof.due").gauge().value()).isZero();
    assertThat(registry.get("cairn.proof.waiting").gauge().value()).isZero();
    assertThat(registry.get("cairn.proof.ready").gauge().value()).isEqualTo(1);
    assertThat(registry.get("cairn.proof.failed.tries").functionCounter().count()).isZero();
    stage.close();
  }
}
