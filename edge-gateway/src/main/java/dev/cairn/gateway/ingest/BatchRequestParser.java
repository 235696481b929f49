package dev.cairn.gateway.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.node.IntNode;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads {@code {"events":[…],"taskKey"?,"batchSize"?,"ttl"?}}. Unknown and repeated members are
 * refused. Events are cut out of the body byte for byte; what is in them is not looked at here.
 */
final class BatchRequestParser {

  private static final String EVENTS = "events";

  private final JsonFactory json;
  private final int maxEvents;

  BatchRequestParser(RequestLimits limits) {
    this.maxEvents = limits.events();
    this.json =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CHARSET_DETECTION) // JSON is UTF-8, RFC 8259 §8.1
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.jsonDepth())
                    .maxStringLength(limits.bodyBytes())
                    .build())
            .build();
  }

  /** Throws {@link Problem} for anything else than a request; its members override the defaults. */
  BatchRequest parse(byte[] body, RequestOptions defaults) {
    try (JsonParser parser = json.createParser(body)) {
      return request(parser, body, defaults);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BatchRequest request(JsonParser parser, byte[] body, RequestOptions defaults)
      throws IOException {
    try {
      return new Reading(parser, body, defaults).request();
    } catch (JsonProcessingException e) {
      // Broken constraints come without a location of their own.
      JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
      throw malformed(at, e.getOriginalMessage());
    }
  }

  private static Problem malformed(JsonLocation at, String what) {
    return ProblemType.MALFORMED_JSON
        .because("Line " + at.getLineNr() + ", column " + at.getColumnNr() + ": " + plain(what))
        .with("line", IntNode.valueOf(at.getLineNr()))
        .with("column", IntNode.valueOf(at.getColumnNr()));
  }

  /** Jackson's sentence without its asides about Jackson. */
  private static String plain(String sentence) {
    return sentence.replaceAll(" \\(start marker at .*]\\)|, from `[^`]*`", "");
  }

  /** One body. */
  private final class Reading {
    private final JsonParser parser;
    private final byte[] body;
    private final List<RawEvent> events = new ArrayList<>();
    private RequestOptions options;
    private boolean hasEvents;

    Reading(JsonParser parser, byte[] body, RequestOptions defaults) {
      this.parser = parser;
      this.body = body;
      this.options = defaults;
    }

    BatchRequest request() throws IOException {
      if (parser.nextToken() == null) {
        throw invalid("The body is empty; send an object with the member \"events\".");
      }
      require(JsonToken.START_OBJECT, "The body is an object with the member \"events\"");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        member(name);
      }
      if (parser.nextToken() != null) {
        throw invalid("Something follows the request's object.");
      }
      if (!hasEvents) {
        throw invalid("The member \"events\" is missing.");
      }
      return new BatchRequest(options, events);
    }

    private void member(String name) throws IOException {
      switch (name) {
        case EVENTS -> events();
        case RequestOptions.TASK_KEY -> {
          require(JsonToken.VALUE_STRING, "\"taskKey\" is a string");
          options = options.withTaskKey(parser.getText());
        }
        case RequestOptions.BATCH_SIZE -> options = options.withBatchSize(number(name));
        case RequestOptions.TTL -> options = options.withTtl(number(name));
        default -> throw invalid("The request has an unknown member \"" + name + "\".");
      }
    }

    private long number(String name) throws IOException {
      require(JsonToken.VALUE_NUMBER_INT, "\"" + name + "\" is a whole number");
      // Clamped: no such number is allowed, and the message need not repeat a thousand digits.
      return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
          ? Long.MAX_VALUE
          : parser.getLongValue();
    }

    private void events() throws IOException {
      require(JsonToken.START_ARRAY, "\"events\" is an array");
      hasEvents = true;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (events.size() == maxEvents) {
          throw GatewayProblems.TOO_MANY_EVENTS.because(
              "A request has at most "
                  + maxEvents
                  + " events; send several, or a stream of lines.");
        }
        events.add(element());
      }
    }

    // A string is a compact serialization. Of anything else the received bytes count: those of an
    // object are a flattened serialization, the rest will be refused as no JWS at all.
    private RawEvent element() throws IOException {
      int start = (int) parser.currentTokenLocation().getByteOffset();
      if (parser.currentToken() == JsonToken.VALUE_STRING) {
        return string(start + 1);
      }
      parser.skipChildren();
      parser.finishToken();
      return RawEvent.of(body, start, (int) parser.currentLocation().getByteOffset());
    }

    /**
     * The text that begins there, as it stands in the body if it has no escape. Whether it is sound
     * is for the JSON parser to say, which reads the same bytes when it goes on.
     */
    private RawEvent string(int start) throws IOException {
      int end = start;
      while (end < body.length && body[end] != '"' && body[end] != '\\') {
        end++;
      }
      return end < body.length && body[end] == '"'
          ? RawEvent.of(body, start, end)
          : RawEvent.of(parser.getText().getBytes(StandardCharsets.UTF_8));
    }

    private void require(JsonToken token, String rule) throws IOException {
      if (parser.currentToken() != token) {
        throw invalid(rule + ", not " + kind(parser.currentToken()) + ".");
      }
    }

    private String kind(JsonToken token) {
      return switch (token) {
        case START_OBJECT -> "an object";
        case START_ARRAY -> "an array";
        case VALUE_STRING -> "a string";
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "this number";
        case VALUE_TRUE, VALUE_FALSE -> "a boolean";
        case VALUE_NULL -> "null";
        default -> "the end of the body";
      };
    }

    private Problem invalid(String detail) {
      return ProblemType.INVALID_REQUEST.because(detail);
    }
  }
}
