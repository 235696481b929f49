package dev.cairn.app.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Talks to a running instance over its public HTTP surface. Safe for use by many threads. */
public final class CairnClient {

  /** Beyond what a single answer needs; waiting answers get their own allowance on top. */
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final Credentials credentials;
  private final HttpClient http;

  public CairnClient(URI base) {
    this(base, Credentials.NONE);
  }

  public CairnClient(URI base, Credentials credentials) {
    this.base = base;
    this.credentials = credentials;
    HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
    credentials.trust().ifPresent(client::sslContext);
    this.http = client.build();
  }

  /** Posts signed events, one compact or flattened JWS a line. */
  public JsonNode submit(String newlineDelimitedEvents) throws IOException {
    return json(
        request("/v1/events/batch", ANSWER_TIMEOUT)
            .header("Content-Type", "application/x-ndjson")
            .POST(HttpRequest.BodyPublishers.ofString(newlineDelimitedEvents)));
  }

  /** The state of a batch, as soon as it is proved or the time is over. */
  public JsonNode batch(String batchId, Duration wait) throws IOException {
    return json(request("/v1/batches/" + batchId + waiting(wait), wait.plus(ANSWER_TIMEOUT)).GET());
  }

  /** The evidence of an event, byte for byte as served. */
  public byte[] evidence(String eventId, Duration wait) throws IOException {
    return bytes(
        request("/v1/evidence/" + eventId + waiting(wait), wait.plus(ANSWER_TIMEOUT)).GET());
  }

  /** The trust file of the instance. */
  public byte[] trust() throws IOException {
    return bytes(request("/v1/trust", ANSWER_TIMEOUT).GET());
  }

  /** What administration shows. */
  public JsonNode get(String path) throws IOException {
    return json(request(path, ANSWER_TIMEOUT).GET());
  }

  /** Asks administration for something: POST, PATCH or DELETE. */
  public JsonNode ask(String method, String path, JsonNode body) throws IOException {
    HttpRequest.Builder request = request(path, ANSWER_TIMEOUT);
    if (body.isMissingNode()) {
      return json(request.method(method, HttpRequest.BodyPublishers.noBody()));
    }
    return json(
        request
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  private static String waiting(Duration wait) {
    return wait.isZero() ? "" : "?wait=proved&timeout=" + wait.toSeconds() + "s";
  }

  private HttpRequest.Builder request(String path, Duration timeout) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(timeout);
    credentials.apiKey().ifPresent(key -> request.header("Authorization", "Bearer " + key));
    return request;
  }

  private JsonNode json(HttpRequest.Builder request) throws IOException {
    return JSON.readTree(bytes(request));
  }

  private byte[] bytes(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> response = send(request.build());
    if (response.statusCode() >= 400) {
      throw new Refusal(response.statusCode(), detail(response));
    }
    return response.body();
  }

  private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted while waiting for " + request.uri());
    }
  }

  /** The sentences of a problem document; the bare status when the answer is none. */
  private static String detail(HttpResponse<byte[]> response) {
    try {
      JsonNode problem = JSON.readTree(response.body());
      StringBuilder text = new StringBuilder(problem.path("title").asText("HTTP error"));
      text.append(": ").append(problem.path("detail").asText("no detail given"));
      for (JsonNode rejected : problem.path("rejected")) {
        text.append("\n  event ").append(rejected.path("index").asText());
        text.append(": ").append(rejected.path("detail").asText());
      }
      return text.toString();
    } catch (JsonProcessingException notJson) {
      return "The answer is no problem document (" + notJson.getOriginalMessage() + ").";
    } catch (IOException unreadable) {
      return "The answer cannot be read: " + unreadable.getMessage();
    }
  }
}
