package dev.cairn.proof.endpoint;

import java.time.Duration;

/** A moment on the monotonic clock, which all parts of one request share. */
record Deadline(long nanoTime) {

  static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos());
  }

  /** What is left of it; zero when it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime()));
  }
}
