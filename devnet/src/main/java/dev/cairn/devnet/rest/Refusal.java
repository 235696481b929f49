package dev.cairn.devnet.rest;

import dev.cairn.devnet.json.JsonText;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A request that gets an error, as a node words it. */
final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final @Nullable String contentType;

  private Refusal(int status, @Nullable String contentType, String text) {
    super(text, null, false, false);
    this.status = status;
    this.contentType = contentType;
  }

  /** 400 by the layer that reads requests: no content type. */
  static Refusal malformed(String text) {
    return new Refusal(400, null, text);
  }

  /** 400 by the handler itself: plain text. */
  static Refusal rejected(String text) {
    return new Refusal(400, Representation.TEXT.contentType(), text);
  }

  /** Any status by the handler itself: plain text. */
  static Refusal text(int status, String text) {
    return new Refusal(status, Representation.TEXT.contentType(), text);
  }

  /** 400 by the handler itself, the text as a JSON string. */
  static Refusal rejectedAsJson(String json) {
    return new Refusal(400, Representation.JSON.contentType(), json);
  }

  /** 404 for a key that is well-formed and names nothing. */
  static Refusal keyNotFound(String key) {
    String text = "{\"key\":" + JsonText.quote(key) + ",\"reason\":\"key not found\"}";
    return new Refusal(404, Representation.JSON.contentType(), text);
  }

  /** 413: the body is larger than a node reads. */
  static Refusal tooLarge(int limit) {
    String text =
        "Request body too large to be processed. The maximum size is " + limit + " bytes.";
    return new Refusal(413, "text/plain", text);
  }

  /** 500: what a node says when its handler has a defect. */
  static Refusal broken() {
    return new Refusal(500, "text/plain; charset=utf-8", "Something went wrong");
  }

  /** A status without a body. */
  static Refusal status(int status) {
    return new Refusal(status, null, "");
  }

  Answer.Complete answer() {
    byte[] body = String.valueOf(getMessage()).getBytes(StandardCharsets.UTF_8);
    return new Answer.Complete(status, contentType, body);
  }
}
