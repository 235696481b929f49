package dev.cairn.evidence.jws;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.cairn.chainweb.MalformedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A JSON object of which texts and whole numbers are of interest. Members of other kinds are known
 * by name only. Duplicate members, trailing text and text that is not UTF-8 are refused.
 */
public final class FlatObject {
  /** Hostile nesting stops here; JOSE headers have at most a key or two of objects. */
  private static final int MAX_DEPTH = 16;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private static final Object OTHER = new Object();

  private final Map<String, Object> members;

  private FlatObject(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * Parses UTF-8 bytes.
   *
   * @throws MalformedException if they are not one JSON object
   */
  public static FlatObject parse(byte[] utf8) {
    try (JsonParser parser = JSON.createParser(decodeUtf8(utf8))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedException("A JSON object was expected.");
      }
      Map<String, Object> members = readMembers(parser);
      if (parser.nextToken() != null) {
        throw new MalformedException("There is text after the JSON object.");
      }
      return new FlatObject(members);
    } catch (IOException malformed) {
      throw new MalformedException("The JSON is malformed: " + firstLine(malformed));
    }
  }

  private static String decodeUtf8(byte[] utf8) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
  }

  private static Map<String, Object> readMembers(JsonParser parser) throws IOException {
    Map<String, Object> members = new HashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, readValue(parser, parser.nextToken()));
    }
    return members;
  }

  private static Object readValue(JsonParser parser, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> requireUnicode(parser.getText());
      case VALUE_NUMBER_INT ->
          parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
              ? OTHER
              : (Object) parser.getLongValue();
      case START_OBJECT, START_ARRAY -> {
        parser.skipChildren();
        yield OTHER;
      }
      default -> OTHER;
    };
  }

  /** An escaped lone surrogate has no UTF-8 form: two such texts would be stored as one. */
  private static String requireUnicode(String text) {
    if (text.codePoints().anyMatch(FlatObject::isSurrogate)) {
      throw new MalformedException("A text has a lone surrogate.");
    }
    return text;
  }

  /** Pairs are one code point above these. */
  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static String firstLine(IOException malformed) {
    return String.valueOf(malformed.getMessage()).lines().findFirst().orElse("no JSON");
  }

  public boolean has(String member) {
    return members.containsKey(member);
  }

  public Set<String> names() {
    return Set.copyOf(members.keySet());
  }

  /** The text member, or empty if there is none of that name. */
  public Optional<String> text(String member) {
    Object value = members.get(member);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof String text) {
      return Optional.of(text);
    }
    throw new MalformedException("Member '" + member + "' is not a text.");
  }

  /** The text member, which must be there. */
  public String requireText(String member) {
    return text(member).orElseThrow(() -> missing(member));
  }

  /** The whole number, which must be there and fit in 64 bits. */
  public long requireLong(String member) {
    return number(member).orElseThrow(() -> missing(member));
  }

  private OptionalLong number(String member) {
    Object value = members.get(member);
    if (value == null) {
      return OptionalLong.empty();
    }
    if (value instanceof Long number) {
      return OptionalLong.of(number);
    }
    throw new MalformedException("Member '" + member + "' is not a whole number.");
  }

  private static MalformedException missing(String member) {
    return new MalformedException("Member '" + member + "' is missing.");
  }
}
