package dev.cairn.ntm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** The test vectors, made with PHP 8.2.35. */
public final class Vectors {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Vectors() {}

  public static Path path(String name) {
    URL url = Objects.requireNonNull(Vectors.class.getResource("/vectors/" + name), name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  public static JsonNode json(String name) {
    return parse(text(path(name)));
  }

  public static Stream<JsonNode> lines(String name) {
    return text(path(name)).lines().map(Vectors::parse);
  }

  public static double bits(JsonNode node) {
    return Double.longBitsToDouble(Long.parseUnsignedLong(node.textValue(), 16));
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
