package dev.cairn.devnet.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Collects the body of a request on the event loop, up to what a node reads. */
final class Body {

  /** The limit of a node (reference/chainweb.md 6). */
  static final int MAX_BYTES = 2_097_152;

  private final Buffer collected = Buffer.buffer();
  private boolean refused;

  private Body() {}

  /** Hands the whole body on, or answers 413. */
  static void read(HttpServerRequest request, Reply reply, Consumer<byte[]> whole) {
    Body body = new Body();
    request.handler(part -> body.take(part, reply));
    request.endHandler(
        end -> {
          if (!body.refused) {
            whole.accept(body.collected.getBytes());
          }
        });
  }

  private void take(Buffer part, Reply reply) {
    if (refused) {
      return;
    }
    if (collected.length() + part.length() > MAX_BYTES) {
      refused = true;
      reply.send(Refusal.tooLarge(MAX_BYTES).answer());
      return;
    }
    collected.appendBuffer(part);
  }
}
