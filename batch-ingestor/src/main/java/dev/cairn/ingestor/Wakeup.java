package dev.cairn.ingestor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; a call that comes while it works is not lost. */
final class Wakeup {

  private final Semaphore calls = new Semaphore(0);

  void call() {
    calls.release();
  }

  /** Returns at the first call since the last return, or when the time has come. */
  void await(Instant due, Clock clock) throws InterruptedException {
    if (due.equals(Instant.MAX)) {
      calls.acquire();
    } else {
      long nanos = Math.max(0, Duration.between(clock.instant(), due).toNanos());
      if (!calls.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
        return;
      }
    }
    calls.drainPermits();
  }
}
