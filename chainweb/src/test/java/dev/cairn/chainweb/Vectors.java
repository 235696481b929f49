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

  public static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
