package dev.cairn.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** An answer that refuses, as RFC 9457 writes it. The detail says what, where, and what to do. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ProblemType type;
  private final transient Map<String, JsonNode> extensions = new LinkedHashMap<>();
  private int retryAfterSeconds;

  public Problem(ProblemType type, String detail) {
    super(detail, null, false, false);
    this.type = type;
  }

  /** Adds a member of our own to the answer. */
  public Problem with(String name, JsonNode value) {
    extensions.put(name, value);
    return this;
  }

  public Problem with(String name, String value) {
    return with(name, TextNode.valueOf(value));
  }

  /**
   * Tells the client when another try makes sense: header {@code Retry-After}, and a member for
   * where there are no headers, as in a line of a stream.
   */
  public Problem retryAfter(int seconds) {
    retryAfterSeconds = seconds;
    return this;
  }

  public ProblemType type() {
    return type;
  }

  OptionalInt retryAfterSeconds() {
    return retryAfterSeconds > 0 ? OptionalInt.of(retryAfterSeconds) : OptionalInt.empty();
  }

  /** The members {@code type, title, status, detail}, {@code retryAfter} if any, our own. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("type", type.uri().toString());
    json.put("title", type.title());
    json.put("status", type.status());
    json.put("detail", getMessage());
    retryAfterSeconds().ifPresent(seconds -> json.put("retryAfter", seconds));
    extensions.forEach(json::set);
    return json;
  }
}
