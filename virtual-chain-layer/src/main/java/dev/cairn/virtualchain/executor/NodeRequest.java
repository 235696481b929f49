package dev.cairn.virtualchain.executor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * One request to any node of a network. The path is relative to the node's address, without a
 * leading slash; a request with a body is a POST of JSON.
 */
record NodeRequest(String path, Map<String, String> query, Optional<JsonNode> body, String accept) {

  static final String JSON = "application/json";
  static final String EVENT_STREAM = "text/event-stream";

  private static final MediaType JSON_TYPE = MediaType.get(JSON);

  NodeRequest {
    query = Collections.unmodifiableMap(new TreeMap<>(query));
  }

  static NodeRequest get(String path) {
    return new NodeRequest(path, Map.of(), Optional.empty(), JSON);
  }

  static NodeRequest stream(String path) {
    return new NodeRequest(path, Map.of(), Optional.empty(), EVENT_STREAM);
  }

  static NodeRequest post(String path, JsonNode body) {
    return new NodeRequest(path, Map.of(), Optional.of(body), JSON);
  }

  NodeRequest with(String name, long value) {
    return with(name, Long.toString(value));
  }

  NodeRequest with(String name, String value) {
    Map<String, String> more = new TreeMap<>(query);
    more.put(name, value);
    return new NodeRequest(path, more, body, accept);
  }

  Request to(HttpUrl node) {
    HttpUrl.Builder url = node.newBuilder().addPathSegments(path);
    query.forEach(url::addQueryParameter);
    Request.Builder request = new Request.Builder().url(url.build()).header("Accept", accept);
    body.ifPresent(json -> request.post(bytesOf(json)));
    return request.build();
  }

  private static RequestBody bytesOf(JsonNode json) {
    return RequestBody.create(StrictJson.write(json).getBytes(StandardCharsets.UTF_8), JSON_TYPE);
  }

  @Override
  public String toString() {
    return (body.isPresent() ? "POST " : "GET ") + path;
  }
}
