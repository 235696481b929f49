package dev.cairn.http;

import java.time.Duration;

/**
 * What connections may take.
 *
 * @param open that many at the same time; more are answered 503 and closed
 * @param headWithin a request's head comes in so fast, and the first one so soon after connecting;
 *     slower connections are closed
 */
public record ConnectionLimits(int open, Duration headWithin) {

  /** A fleet behind its own connections; idle, they take some 40 MB, with TLS three times that. */
  public static final int OPEN = 4096;

  /** A head has 8 KiB at most: this is a line of seven kilobits a second. */
  public static final Duration HEAD_WITHIN = Duration.ofSeconds(10);

  public static final ConnectionLimits DEFAULT = new ConnectionLimits(OPEN, HEAD_WITHIN);

  public ConnectionLimits {
    if (open < 1) {
      throw new IllegalArgumentException(
          "A server has room for at least one connection, not " + open + ".");
    }
    if (headWithin.toMillis() < 1) {
      throw new IllegalArgumentException("A request's head may take a millisecond at least.");
    }
  }
}
