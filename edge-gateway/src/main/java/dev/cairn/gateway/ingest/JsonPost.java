package dev.cairn.gateway.ingest;

import dev.cairn.gateway.access.Submitter;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Respond;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** One request with a JSON body: read whole, then answered as a whole. On the event loop. */
final class JsonPost {

  private final RoutingContext request;
  private final Submitter submitter;
  private final Intake intake;
  private final BatchRequestParser parser;
  private final RequestOptions defaults;
  private final RequestLimits limits;
  private final Admission.Ticket ticket;

  /** Bytes that came in; the first piece itself, while there is no other. */
  private @Nullable Buffer body;

  /** Whether the body is a copy of ours, to which more can be added. */
  private boolean gathered;

  /** Cuts a body that comes in too slowly; negative when there is none. */
  private long timer = -1;

  private boolean refused;

  JsonPost(
      RoutingContext request,
      Submitter submitter,
      Intake intake,
      BatchRequestParser parser,
      RequestOptions defaults,
      RequestLimits limits,
      Admission.Ticket ticket) {
    this.request = request;
    this.submitter = submitter;
    this.intake = intake;
    this.parser = parser;
    this.defaults = defaults;
    this.limits = limits;
    this.ticket = ticket;
  }

  void start() {
    request.request().handler(this::onChunk);
    request.request().exceptionHandler(this::onBroken);
    request.request().endHandler(end -> onEnd());
  }

  // What comes after a refusal is read and dropped, so that the client gets to read the answer.
  private void onChunk(Buffer chunk) {
    if (refused) {
      return;
    }
    try {
      hold(held() + chunk.length());
      append(chunk);
    } catch (RuntimeException problem) {
      refused = true;
      fail(problem);
    }
  }

  // A body that can't be decoded still has a client that reads; any other break means it is gone.
  private void onBroken(Throwable cause) {
    if (cause instanceof DecoderException && !refused) {
      refused = true;
      fail(cause);
    } else {
      stopTimer();
      ticket.close();
    }
  }

  private void hold(int bytes) {
    if (bytes > limits.bodyBytes()) {
      throw ProblemType.BODY_TOO_LARGE.because(
          "A JSON body has at most "
              + limits.bodyBytes()
              + " bytes; send several requests, or a stream of lines.");
    }
    ticket.hold(bytes);
  }

  private void append(Buffer chunk) {
    if (body == null) {
      body = chunk;
      if (!isWhole(chunk)) {
        timer = request.vertx().setTimer(limits.bodyWithin().toMillis(), late -> onLate());
      }
    } else if (!gathered) {
      gathered = true;
      body = Buffer.buffer(2 * (body.length() + chunk.length())).appendBuffer(body);
      body.appendBuffer(chunk);
    } else {
      body.appendBuffer(chunk);
    }
  }

  /** Most bodies come in one piece: they need no timer. */
  private boolean isWhole(Buffer chunk) {
    String length = request.request().getHeader("Content-Length");
    return length != null && length.equals(Integer.toString(chunk.length()));
  }

  // Whoever sends so slowly would hold memory and a place in the house for as long as it likes.
  private void onLate() {
    refused = true;
    request.response().putHeader("Connection", "close");
    request.addEndHandler(answered -> request.request().connection().close());
    fail(
        GatewayProblems.TOO_SLOW.because(
            "A JSON body comes in within "
                + limits.bodyWithin().toMillis()
                + " ms; send less at a time, or a stream of lines."));
  }

  private int held() {
    return body == null ? 0 : body.length();
  }

  private void onEnd() {
    stopTimer();
    if (!refused) {
      intake.accept(
          submitter,
          held(),
          this::parse,
          HomeWay.ofThisLoop(request.vertx()),
          this::answer,
          this::fail);
    }
  }

  private void stopTimer() {
    if (timer >= 0) {
      request.vertx().cancelTimer(timer);
      timer = -1;
    }
  }

  private Group parse() {
    byte[] bytes = body == null ? new byte[0] : body.getBytes();
    BatchRequest batch = parser.parse(bytes, defaults);
    if (batch.events().isEmpty()) {
      throw GatewayProblems.EMPTY_BATCH.because("\"events\" is empty; send at least one event.");
    }
    return new Group(batch.events(), 0, batch.options());
  }

  private void answer(Reply reply) {
    if (reply.problem().isPresent()) {
      fail(reply.problem().get());
      return;
    }
    ticket.close();
    Respond.bytes(request, reply.status(), "application/json", reply.json());
  }

  private void fail(Throwable problem) {
    stopTimer();
    ticket.close();
    request.fail(problem);
  }
}
