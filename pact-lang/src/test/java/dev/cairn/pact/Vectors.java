package dev.cairn.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Access to the test vectors, {@code vectors/*.json} among the test resources. */
public final class Vectors {
  private Vectors() {}

  /** The elements of one member of a file. */
  public static Stream<JsonNode> cases(String file, String member) {
    try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file + ".json")) {
      JsonNode cases = new ObjectMapper().readTree(Objects.requireNonNull(in)).required(member);
      return StreamSupport.stream(cases.spliterator(), false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
