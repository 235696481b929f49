package dev.cairn.devnet.rest;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way back to one client, with the headers that every answer of a node carries. May be used
 * from any thread; the bytes leave on the request's own event loop.
 */
final class Reply {

  private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

  /** The node release whose behaviour is followed. */
  static final String NODE_VERSION = "2.32.0";

  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final Context context;
  private final Clock clock;

  Reply(HttpServerRequest request, Clock clock) {
    this.request = request;
    this.response = request.response();
    this.context = Vertx.currentContext();
    this.clock = clock;
  }

  /** Whether a browser asks for another site. */
  boolean isCrossOrigin() {
    return request.getHeader("Origin") != null;
  }

  /** Answers a browser's question whether it may ask. */
  void preflight(boolean known) {
    if (known) {
      response.putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST");
      response.putHeader(
          "Access-Control-Allow-Headers",
          "Accept, Accept-Language, Content-Language, Content-Type");
    }
    send(Answer.empty(known ? 200 : 404));
  }

  /** Sends a refusal that says when to come again. */
  void send(Answer.Complete answer, int retryAfterSeconds) {
    context.runOnContext(
        ready -> {
          response.putHeader("Retry-After", Integer.toString(retryAfterSeconds));
          write(answer);
        });
  }

  /** Closes the connection and says nothing. */
  void drop() {
    context.runOnContext(ready -> request.connection().close());
  }

  /** Sends a whole answer. */
  void send(Answer.Complete answer) {
    context.runOnContext(ready -> write(answer));
  }

  private void write(Answer.Complete answer) {
    if (response.ended() || response.closed()) {
      return;
    }
    start(answer.status());
    if (answer.contentType() != null) {
      response.putHeader("Content-Type", answer.contentType());
    }
    if (request.method().equals(HttpMethod.HEAD)) {
      response.end();
    } else {
      response.end(Buffer.buffer(answer.body()));
    }
  }

  /** Opens a stream that lasts until the client leaves or falls behind. */
  void stream(Answer.Source source) {
    context.runOnContext(
        ready -> {
          start(200);
          response.putHeader("Content-Type", Representation.EVENTS.contentType());
          response.writeHead();
          AutoCloseable subscription =
              source.subscribe(text -> context.runOnContext(later -> push(text)));
          response.closeHandler(gone -> close(subscription));
        });
  }

  // A client that does not read would make us keep all later events; it is dropped, as a node may.
  private void push(String text) {
    if (response.closed() || response.ended()) {
      return;
    }
    if (response.writeQueueFull()) {
      request.connection().close();
      return;
    }
    response.write(text);
  }

  private static void close(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("A stream did not close.", e);
    }
  }

  private void start(int status) {
    Instant now = clock.instant();
    response.setStatusCode(status).setChunked(true);
    response.putHeader(
        "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)));
    response.putHeader("Server", "Chainweb Service API");
    response.putHeader("X-Server-Timestamp", Long.toString(now.getEpochSecond()));
    response.putHeader("X-Chainweb-Node-Version", NODE_VERSION);
    if (isCrossOrigin()) {
      response.putHeader("Access-Control-Allow-Origin", "*");
    }
  }
}
