package dev.cairn.devnet.rest;

import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Whether the network works. */
final class GetHealthCheck implements Endpoint {

  private final BooleanSupplier healthy;

  GetHealthCheck(BooleanSupplier healthy) {
    this.healthy = healthy;
  }

  @Override
  public Route route() {
    return Route.get("/health-check", Representation.TEXT);
  }

  @Override
  public Answer answer(Call call) {
    if (healthy.getAsBoolean()) {
      return Answer.of(Representation.TEXT, "Health check OK.\n");
    }
    byte[] text = "Mining has stopped.\n".getBytes(StandardCharsets.UTF_8);
    return new Answer.Complete(503, Representation.TEXT.contentType(), text);
  }
}
