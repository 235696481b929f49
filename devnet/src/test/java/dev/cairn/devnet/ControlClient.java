package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks the control port of a network for bad days. */
record ControlClient(URI port) {

  /** Adds a fault; gives its id. */
  int fault(String json) {
    HttpResponse<String> answer = post("/faults", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return NodeClient.json(answer.body()).get("id").intValue();
  }

  /** Does something that must work. */
  JsonNode done(String path, String json) {
    HttpResponse<String> answer = post(path, json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return NodeClient.json(answer.body());
  }

  HttpResponse<String> post(String path, String json) {
    return send(HttpRequest.newBuilder(port.resolve(path)).POST(BodyPublishers.ofString(json)));
  }

  HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder(port.resolve(path)).DELETE());
  }

  JsonNode state() {
    return NodeClient.json(send(HttpRequest.newBuilder(port.resolve("/")).GET()).body());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
