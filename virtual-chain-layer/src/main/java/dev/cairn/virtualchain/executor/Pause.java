package dev.cairn.virtualchain.executor;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting that can be ended for good from another thread. */
final class Pause {

  private final CountDownLatch over = new CountDownLatch(1);

  boolean isOver() {
    return over.getCount() == 0;
  }

  void end() {
    over.countDown();
  }

  /** Returns after the time, or at once when the pause is over for good. */
  void await(Duration time) {
    try {
      if (over.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      end();
    }
  }
}
