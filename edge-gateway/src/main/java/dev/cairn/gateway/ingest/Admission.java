package dev.cairn.gateway.ingest;

import dev.cairn.http.Problem;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what is in the house: requests, and their bytes as received. Every queue behind the door
 * holds only what was admitted here. Safe for any thread.
 */
final class Admission {

  private final RequestLimits limits;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  Admission(RequestLimits limits) {
    this.limits = limits;
  }

  /** Admits a request, without bytes yet; throws the problem of an overload instead. */
  Ticket enter() {
    if (requests.incrementAndGet() > limits.requestsInFlight()) {
      requests.decrementAndGet();
      throw overloaded("requests");
    }
    return new Ticket();
  }

  private static Problem overloaded(String what) {
    return GatewayProblems.OVERLOADED
        .because("Too many " + what + " are being worked on; send the same request again.")
        .retryAfter(GatewayProblems.RETRY_AFTER_SECONDS);
  }

  int requests() {
    return requests.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** What one request holds. For the event loop of its request only. */
  final class Ticket implements AutoCloseable {
    private long held;
    private boolean open = true;

    /** Says how many bytes the request holds now; throws the problem of an overload instead. */
    void hold(long count) {
      long more = count - held;
      if (bytes.addAndGet(more) > limits.bytesInFlight() && more > 0) {
        bytes.addAndGet(-more);
        throw overloaded("bytes");
      }
      held = count;
    }

    /** Gives everything back; again does nothing. */
    @Override
    public void close() {
      if (open) {
        open = false;
        bytes.addAndGet(-held);
        requests.decrementAndGet();
      }
    }
  }
}
