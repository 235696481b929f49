package dev.cairn.ntm.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
    } else if (answer.file().isPresent()) {
      response.sendFile(answer.file().get().toString());
    } else {
      response.end(answer.body());
    }
  }

  private static void sendHead(HttpServerResponse response, Answer answer) {
    if (answer.status() != NOT_MODIFIED) {
      long length = answer.file().map(Reply::size).orElse((long) answer.body().length());
      response.putHeader("Content-Length", Long.toString(length));
    }
    response.end();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
