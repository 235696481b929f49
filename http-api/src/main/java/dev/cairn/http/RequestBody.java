package dev.cairn.http;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a request may carry.
 *
 * @param content schema by media type; any other media type is refused with 415
 * @param maxBytes larger bodies are refused with 413; for a streamed body the endpoint counts
 * @param streamed the endpoint reads the body itself, as it arrives
 */
public record RequestBody(
    String description, Map<String, Schema> content, long maxBytes, boolean streamed) {

  public RequestBody {
    if (content.isEmpty()) {
      throw new IllegalArgumentException("A request body names at least one media type.");
    }
    content = new LinkedHashMap<>(content);
  }

  /** A body that is read whole before the endpoint sees it. */
  public static RequestBody whole(String description, Map<String, Schema> content, long maxBytes) {
    return new RequestBody(description, content, maxBytes, false);
  }

  /** A body that the endpoint reads piece by piece. */
  public static RequestBody streamed(
      String description, Map<String, Schema> content, long maxBytes) {
    return new RequestBody(description, content, maxBytes, true);
  }

  boolean accepts(String contentType) {
    int parameters = contentType.indexOf(';');
    String bare = parameters < 0 ? contentType : contentType.substring(0, parameters);
    return content.containsKey(bare.strip().toLowerCase(Locale.ROOT));
  }
}
