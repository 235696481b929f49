package dev.cairn.devnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A plain HTTP client of one network's service API. */
final class NodeClient {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;
  private final String base;

  NodeClient(Devnet devnet) {
    this(devnet.uri(), devnet.version().name());
  }

  NodeClient(URI root, String network) {
    this.root = root;
    this.base = "/chainweb/0.0/" + network;
  }

  /** A path below the network's own. */
  String path(String rest) {
    return base + rest;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  HttpResponse<String> post(String path, String body) {
    return send(
        request(path, "Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(root.resolve(path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  HttpClient http() {
    return http;
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  JsonNode getJson(String path, String... headers) {
    return json(get(path, headers).body());
  }

  JsonNode postJson(String path, String body) {
    return json(post(path, body).body());
  }

  /** Height of the newest blocks. */
  long height() {
    return getJson(path("/cut")).at("/hashes/0/height").asLong();
  }
}
