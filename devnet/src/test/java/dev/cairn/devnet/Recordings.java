package dev.cairn.devnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Requests to a real node 2.32, and what it answered. */
final class Recordings {

  private Recordings() {}

  /** One request and its answer. */
  record Sample(String file, JsonNode json) {

    String name() {
      return json.get("name").textValue();
    }

    JsonNode request() {
      return json.get("request");
    }

    int status() {
      return json.at("/response/status").intValue();
    }

    /** Empty if the answer had none. */
    String contentType() {
      return json.at("/response/headers/content-type").asText("");
    }

    String body() {
      return json.at("/response/bodyText").asText("");
    }

    @Override
    public String toString() {
      return file + ": " + name();
    }
  }

  /** The samples of a file. */
  static Stream<Sample> of(String file) {
    String resource = "/node-capture/" + file + ".json";
    try (InputStream source = Recordings.class.getResourceAsStream(resource)) {
      JsonNode samples = new ObjectMapper().readTree(source).get("samples");
      return StreamSupport.stream(samples.spliterator(), false)
          .map(sample -> new Sample(file, sample));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
