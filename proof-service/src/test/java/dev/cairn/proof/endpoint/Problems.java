package dev.cairn.proof.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;

/** Assertions on answers that refuse. */
final class Problems {
  private Problems() {}

  static JsonNode assertProblem(HttpResponse<byte[]> response, int status, String slug)
      throws Exception {
    assertThat(response.statusCode()).as(new String(response.body(), UTF_8)).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode json = Stage.json(response);
    assertThat(json.path("type").asText()).isEqualTo("urn:cairn:problem:" + slug);
    assertThat(json.path("detail").asText()).isNotBlank();
    return json;
  }
}
