package dev.cairn.app.load;

/**
 * When requests are due: at a fixed rate whatever the answers do, or as soon as one is answered.
 */
sealed interface Pace {

  /** Nanoseconds after the start at which the request is due. */
  long dueNanos(int request);

  /** Open loop: so many requests a second. */
  record Open(double requestsPerSecond) implements Pace {
    public Open {
      if (!(requestsPerSecond > 0)) {
        throw new IllegalArgumentException("A rate is above 0, not " + requestsPerSecond + ".");
      }
    }

    @Override
    public long dueNanos(int request) {
      return (long) (request * 1e9 / requestsPerSecond);
    }
  }

  /** Closed loop: each connection sends again when it was answered. */
  record Closed() implements Pace {
    @Override
    public long dueNanos(int request) {
      return 0;
    }
  }
}
