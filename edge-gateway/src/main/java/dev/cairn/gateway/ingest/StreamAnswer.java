package dev.cairn.gateway.ingest;

import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Respond;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The answer to a stream of events. If the stream ended before its first group was answered, it is
 * that of a JSON request. Otherwise it is 202 and {@code application/x-ndjson}: one line per group,
 * each of them such an answer or a problem. On the event loop.
 */
final class StreamAnswer {

  private static final Logger LOG = LoggerFactory.getLogger(StreamAnswer.class);

  private final RoutingContext request;
  private final HttpServerResponse response;
  private boolean begun;

  StreamAnswer(RoutingContext request) {
    this.request = request;
    this.response = request.response();
  }

  /** Answers a group. */
  void add(Reply reply, boolean last) {
    if (!begun && last) {
      reply
          .problem()
          .ifPresentOrElse(
              request::fail,
              () -> Respond.bytes(request, reply.status(), "application/json", reply.json()));
      return;
    }
    line(reply.json());
    if (last) {
      end();
    }
  }

  /** The stream can't go on; what was answered before holds. */
  void fail(Throwable failure) {
    if (!begun) {
      request.fail(failure);
    } else {
      line(problem(failure).toJson().toString().getBytes(StandardCharsets.UTF_8));
      end();
    }
  }

  private static Problem problem(Throwable failure) {
    if (failure instanceof Problem problem) {
      return problem;
    }
    LOG.error("A stream of events failed", failure);
    return ProblemType.INTERNAL.because("The stream failed on our side after its last answer.");
  }

  private void line(byte[] json) {
    if (isGone()) {
      return;
    }
    if (!begun) {
      begun = true;
      response.setStatusCode(202).setChunked(true);
      response.putHeader("Content-Type", "application/x-ndjson");
    }
    response.write(Buffer.buffer(json).appendString("\n"));
  }

  /** Every group was answered. */
  void end() {
    if (!isGone()) {
      response.end();
    }
  }

  /** An answer to a client that is gone is dropped in silence. */
  private boolean isGone() {
    return response.ended() || response.closed();
  }

  /** Whether the client is slow to read; then nothing more should be added until it has. */
  boolean isCongested() {
    return !isGone() && response.writeQueueFull();
  }

  void whenDrained(Runnable next) {
    response.drainHandler(drained -> next.run());
  }
}
