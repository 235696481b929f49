package dev.cairn.devnet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One request to a real node 2.32 and its answer. */
record Recording(String file, JsonNode json) {

  /** Kept with the protocol's own test data. */
  private static final Path DIRECTORY =
      Path.of("..", "chainweb", "src", "test", "resources")
          .resolve(Path.of("chainweb", "node-capture"));

  private static final ObjectMapper JSON = new ObjectMapper();

  /** A whole file. */
  static JsonNode file(String name) {
    try {
      return JSON.readTree(DIRECTORY.resolve(name + ".json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The samples of a file. */
  static Stream<Recording> samples(String name) {
    return StreamSupport.stream(file(name).get("samples").spliterator(), false)
        .map(sample -> new Recording(name, sample));
  }

  String name() {
    return json.get("name").textValue();
  }

  String method() {
    return json.at("/request/method").textValue();
  }

  String path() {
    return json.at("/request/path").textValue();
  }

  JsonNode headers() {
    return json.at("/request/headers");
  }

  /** Empty if the request had none. */
  String body() {
    return json.at("/request/bodyText").asText("");
  }

  int status() {
    return json.at("/response/status").intValue();
  }

  /** Empty if the answer had none. */
  String contentType() {
    JsonNode response = json.get("response");
    return response.at("/headers/content-type").asText(response.path("contentType").asText(""));
  }

  boolean isBinary() {
    return json.get("response").has("bodyBase64");
  }

  String answer() {
    return json.at("/response/bodyText").asText("");
  }
}
