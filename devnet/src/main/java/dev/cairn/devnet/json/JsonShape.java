package dev.cairn.devnet.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A JSON value and the path that leads to it, read with the error texts of a node: {@code Error in
 * $.requestKeys[0]: Invalid hash length 3}.
 */
public record JsonShape(JsonNode node, String path) {

  /** Deeper nesting is refused; a Pact value of that depth could not be evaluated either. */
  private static final int MAX_NESTING = 500;

  /** As long as a body may be, so that the length of a text is never what stops a reader. */
  private static final int MAX_TEXT = 2 << 20;

  /** Amounts and times need less; a number of a billion digits would take forever to expand. */
  private static final int MAX_EXPONENT = 400;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_NESTING)
                          .maxStringLength(MAX_TEXT)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  /** Reads a whole text; {@code $} is its path. */
  public static JsonShape parse(byte[] text) {
    try (JsonParser parser = MAPPER.createParser(text)) {
      JsonNode node = MAPPER.readTree(parser);
      if (node == null || node.isMissingNode()) {
        throw new ShapeException("$", "not enough input");
      }
      if (parser.nextToken() != null) {
        throw new ShapeException("$", "endOfInput");
      }
      return new JsonShape(node, "$");
    } catch (JsonProcessingException | NumberFormatException e) {
      // The latter from Jackson, for an exponent that no BigDecimal has.
      throw new ShapeException("$", notJson(text));
    } catch (IOException e) {
      throw new IllegalStateException("A byte array cannot fail to be read.", e);
    }
  }

  private static String notJson(byte[] text) {
    String start = new String(text, StandardCharsets.UTF_8).strip();
    if (start.isEmpty()) {
      return "not enough input";
    }
    boolean word = "ntf".indexOf(start.charAt(0)) >= 0;
    return (word ? "string" : "Failed reading: not a valid json value") + " at '" + start + "'";
  }

  /** The member, which must be there; null counts as there. */
  public JsonShape member(String name) {
    return optional(name)
        .orElseThrow(() -> new ShapeException(path, "key \"" + name + "\" not found"));
  }

  /** The member if the object has it; null counts as there. */
  public Optional<JsonShape> optional(String name) {
    JsonNode found = object().get(name);
    return found == null ? Optional.empty() : Optional.of(new JsonShape(found, path + "." + name));
  }

  /** The member if the object has it and it is not null. */
  public Optional<JsonShape> present(String name) {
    return optional(name).filter(found -> !found.node.isNull());
  }

  /** The elements of an array. */
  public List<JsonShape> elements() {
    if (!node.isArray()) {
      throw expected("[]", "Array");
    }
    List<JsonShape> found = new ArrayList<>(node.size());
    for (int i = 0; i < node.size(); i++) {
      found.add(new JsonShape(node.get(i), path + "[" + i + "]"));
    }
    return found;
  }

  /** The elements of an array that has some. */
  public List<JsonShape> nonEmptyElements() {
    List<JsonShape> found = elements();
    if (found.isEmpty()) {
      throw problem("parsing NonEmpty failed, unexpected empty list");
    }
    return found;
  }

  /** The characters of a string. */
  public String text() {
    if (!node.isTextual()) {
      throw expected("Text", "String");
    }
    return node.textValue();
  }

  /** A JSON number, or a string that holds one. */
  public BigDecimal number() {
    BigDecimal value = anyNumber();
    if (Math.abs((long) value.scale()) > MAX_EXPONENT) {
      throw problem("found a number with exponent " + -(long) value.scale());
    }
    return value;
  }

  private BigDecimal anyNumber() {
    if (node.isNumber()) {
      return node.decimalValue();
    }
    if (node.isTextual()) {
      try {
        return new BigDecimal(node.textValue());
      } catch (NumberFormatException e) {
        throw problem("Failure parsing number from string: \"" + node.textValue() + "\"");
      }
    }
    throw expected("Scientific", "Number");
  }

  /** A number without fraction. */
  public long integer() {
    try {
      return number().longValueExact();
    } catch (ArithmeticException e) {
      throw problem("parsing Int64 failed, unexpected number " + node.asText());
    }
  }

  /** A refusal that names this path. */
  public ShapeException problem(String text) {
    return new ShapeException(path, text);
  }

  private JsonNode object() {
    if (!node.isObject()) {
      throw expected("Object", "Object");
    }
    return node;
  }

  private ShapeException expected(String parser, String type) {
    return problem(
        "parsing " + parser + " failed, expected " + type + ", but encountered " + kind());
  }

  private String kind() {
    return switch (node.getNodeType()) {
      case OBJECT, POJO -> "Object";
      case ARRAY -> "Array";
      case STRING, BINARY -> "String";
      case NUMBER -> "Number";
      case BOOLEAN -> "Boolean";
      case NULL, MISSING -> "Null";
    };
  }
}
