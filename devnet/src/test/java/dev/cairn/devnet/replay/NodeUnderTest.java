package dev.cairn.devnet.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** The service API that is compared: ours, or that of a node elsewhere. */
record NodeUnderTest(URI root, HttpClient http) {

  static final String BASE = "/chainweb/0.0/development";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer, handed on and never compared; the content type is empty if there was none. */
  @SuppressWarnings("ArrayRecordComponent")
  record Reply(int status, String contentType, byte[] body) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return parse(text());
    }
  }

  static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  Reply get(String path, String... headers) {
    return ask(path, request -> request.GET(), headers);
  }

  Reply post(String path, String json) {
    return ask(
        path,
        request -> request.POST(BodyPublishers.ofString(json)),
        "Content-Type",
        "application/json");
  }

  /** Any request. */
  Reply ask(String path, Consumer<HttpRequest.Builder> shape, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    shape.accept(request);
    try {
      var answer = http.send(request.build(), BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("content-type").orElse("");
      return new Reply(answer.statusCode(), type, answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Height of the lowest chain. */
  long height() {
    JsonNode hashes = get(BASE + "/cut").json().get("hashes");
    long lowest = Long.MAX_VALUE;
    for (JsonNode chain : hashes) {
      lowest = Math.min(lowest, chain.get("height").longValue());
    }
    return lowest;
  }
}
