package dev.cairn.gateway.register;

import dev.cairn.evidence.event.Event;
import java.util.concurrent.CompletionStage;

/** The way of the gateway's own events to the writer, the same that all events take. */
@FunctionalInterface
public interface ActDelivery {

  /**
   * Completes when the event is durable and will be anchored, also if it was before; fails when
   * that is not known, and may then be called again with the same bytes.
   */
  CompletionStage<Void> deliver(String tenant, Event event);
}
