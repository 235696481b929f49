package dev.cairn.chainweb;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The test vectors of this room: real and computed data of Chainweb networks. */
public final class Vectors {

  private Vectors() {}

  /** Reads a file below {@code src/test/resources/chainweb}. */
  public static JsonNode read(String name) {
    try (InputStream in = Vectors.class.getResourceAsStream("/chainweb/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no vector " + name + ".");
      }
      return StrictJson.parse(in.readAllBytes(), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tree as a reader of its text sees it: number nodes then compare by value. */
  public static JsonNode reparsed(JsonNode tree) {
    return StrictJson.parse(tree.toString(), "tree");
  }

  /** A text node that holds JSON, parsed. */
  public static JsonNode parsed(JsonNode text) {
    return parsed(text.textValue());
  }

  public static JsonNode parsed(String json) {
    return StrictJson.parse(json, "text");
  }

  /** The response of a recorded request, by the sample's name. */
  public static JsonNode sample(String file, String name) {
    return items(read(file).get("samples"))
        .filter(sample -> sample.get("name").textValue().equals(name))
        .findFirst()
        .orElseThrow()
        .get("response");
  }

  public static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
