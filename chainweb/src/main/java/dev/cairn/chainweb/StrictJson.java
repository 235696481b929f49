package dev.cairn.chainweb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JSON in which every byte matters: duplicate members and trailing text are refused. */
public final class StrictJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private StrictJson() {}

  /** Parses UTF-8 text; {@code what} names it in messages. */
  public static JsonNode parse(byte[] utf8, String what) {
    try {
      return MAPPER.readTree(utf8);
    } catch (JsonProcessingException e) {
      throw new MalformedException("A %s is JSON. %s".formatted(what, plain(e)), e);
    } catch (IOException e) {
      throw new MalformedException("A %s is JSON. %s".formatted(what, e.getMessage()), e);
    } catch (NumberFormatException e) {
      // From Jackson, for an exponent that no BigDecimal has.
      throw new MalformedException("A %s has no number with such an exponent.".formatted(what), e);
    }
  }

  /** Jackson's sentence without its asides about Jackson. */
  private static String plain(JsonProcessingException e) {
    return e.getOriginalMessage().replaceAll(" \\(start marker at .*]\\)|, from `[^`]*`", "");
  }

  public static JsonNode parse(String text, String what) {
    return parse(text.getBytes(StandardCharsets.UTF_8), what);
  }

  /** Text without blanks, members in the order of the tree. */
  public static String write(JsonNode node) {
    try {
      return MAPPER.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      // Of a tree that was read: a short number, such as 1e99999, can be too long when written out.
      throw new MalformedException("JSON with such a number is not written out.", e);
    }
  }
}
