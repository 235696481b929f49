package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.app.instance.Instance;
import dev.cairn.app.instance.InstanceSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an instance serves, and what docs/openapi.json says that it serves. */
class OpenApiTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "openapi.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path directory;

  private static Instance instance;

  @BeforeAll
  static void start() {
    instance = Instance.start(InstanceSettings.embedded(directory, 0));
  }

  @AfterAll
  static void stop() {
    instance.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(instance.address().resolve(URI.create(path))).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void document_isWhatAnInstanceServes() throws Exception {
    JsonNode served = JSON.readTree(get("/v1/openapi.json").body());
    assertThat(JSON.readTree(Files.readString(DOCUMENT)))
        .as("docs/openapi.json; fetch it anew from /v1/openapi.json of a running instance")
        .isEqualTo(served);
  }

  @Test
  void document_listsTheDesignedOperations() throws Exception {
    List<String> paths = new ArrayList<>();
    JSON.readTree(Files.readString(DOCUMENT))
        .path("paths")
        .fieldNames()
        .forEachRemaining(paths::add);
    assertThat(paths)
        .contains(
            "/v1/events/batch",
            "/v1/batches/{batchId}",
            "/v1/proof/{batchId}",
            "/v1/evidence/{eventId}",
            "/v1/proof/verify",
            "/v1/audit/catalog",
            "/v1/audit/batch",
            "/v1/audit/proof/{batchId}",
            "/v1/trust",
            "/healthz",
            "/readyz",
            "/metrics");
  }

  @Test
  void serviceEndpoints_answer() throws Exception {
    assertThat(get("/healthz").statusCode()).isEqualTo(200);
    assertThat(get("/readyz").body()).isEqualTo("ready\n");
    assertThat(get("/metrics").body()).contains("cairn");
    assertThat(get("/nowhere").statusCode()).isEqualTo(404);
  }
}
