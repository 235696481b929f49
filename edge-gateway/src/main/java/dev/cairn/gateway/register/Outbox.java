package dev.cairn.gateway.register;

import dev.cairn.evidence.event.Event;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Acts that are in the log and whose events were not accepted yet, in order, one at a time. They
 * are sent until they are accepted: the log has their bytes, so however often a process dies, the
 * same events go out, and the gateway recognises those it has. Safe for any thread.
 */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /** The writer tries a failing disk again as often. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final ScheduledExecutorService timer;
  private final LongConsumer delivered;

  /** Guarded by this. */
  private final Queue<Waiting> waiting = new ArrayDeque<>();

  /** Guarded by this. */
  private @Nullable ActDelivery delivery;

  /** Whether an event is under way or a retry is planned. Guarded by this. */
  private boolean busy;

  /** The act whose trouble was told last. Guarded by this. */
  private long announced;

  private record Waiting(long number, String tenant, Event event) {}

  Outbox(ScheduledExecutorService timer, LongConsumer delivered) {
    this.timer = timer;
    this.delivered = delivered;
  }

  void add(long number, String tenant, Event event) {
    synchronized (this) {
      waiting.add(new Waiting(number, tenant, event));
    }
    sendNext();
  }

  void deliverTo(ActDelivery port) {
    synchronized (this) {
      delivery = port;
    }
    sendNext();
  }

  private void sendNext() {
    ActDelivery port;
    Waiting next;
    synchronized (this) {
      if (busy || delivery == null || waiting.isEmpty()) {
        return;
      }
      busy = true;
      port = delivery;
      next = waiting.element();
    }
    send(port, next);
  }

  private void send(ActDelivery port, Waiting next) {
    try {
      var unused =
          port.deliver(next.tenant(), next.event())
              .whenComplete((done, failure) -> ended(next, Optional.ofNullable(failure)));
    } catch (RuntimeException refused) {
      ended(next, Optional.of(refused));
    }
  }

  private void ended(Waiting sent, Optional<Throwable> failure) {
    if (failure.isPresent()) {
      announce(sent, failure.get());
      retryLater();
      return;
    }
    synchronized (this) {
      waiting.remove();
      busy = false;
    }
    // A crash here sends the event once more at the next start; it is recognised as a repetition.
    delivered.accept(sent.number());
    sendNext();
  }

  // Once per act, not once per try.
  private synchronized void announce(Waiting sent, Throwable failure) {
    if (announced != sent.number()) {
      announced = sent.number();
      LOG.warn("Act {} is not accepted yet: {}", sent.number(), failure.getMessage());
    }
  }

  private void retryLater() {
    if (timer.isShutdown()) {
      return;
    }
    var unused = timer.schedule(this::retry, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void retry() {
    synchronized (this) {
      busy = false;
    }
    sendNext();
  }

  /** How many acts wait. */
  synchronized int size() {
    return waiting.size();
  }
}
