package dev.cairn.ntm.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/** Writes one answer. A client that is gone gets nothing, in silence. */
final class Reply {

  private static final int NOT_MODIFIED = 304;

  private final HttpServerRequest request;

  Reply(HttpServerRequest request) {
    this.request = request;
  }

  void send(Answer answer) {
    HttpServerResponse response = request.response();
    if (response.closed()) {
      return;
    }
    response.setStatusCode(answer.status());
    answer.headers().forEach(response::putHeader);
    response.putHeader("X-Content-Type-Options", "nosniff");
    if (request.method().equals(HttpMethod.HEAD) || answer.status() == NOT_MODIFIED) {
      sendHead(response, answer);
    } else {
      answer.body().send(response);
    }
  }

  private static void sendHead(HttpServerResponse response, Answer answer) {
    if (answer.status() != NOT_MODIFIED) {
      response.putHeader("Content-Length", Long.toString(answer.body().length()));
    }
    response.end();
  }
}
