package dev.cairn.ntm.remote;

import java.time.Duration;

/**
 * How patient a verifier is with a server.
 *
 * @param answerWithin for one answer, its last byte included
 * @param allWithin for all answers of a run together
 * @param retries how often a request is sent again after the first time
 */
public record RemoteSettings(Duration answerWithin, Duration allWithin, int retries) {

  /** A block has 1.2 KB: this is 40 bytes a second. */
  public static final Duration DEFAULT_ANSWER_WITHIN = Duration.ofSeconds(30);

  /** Eight connections fetch a million blocks in it if each takes a tenth of a second. */
  public static final Duration DEFAULT_ALL_WITHIN = Duration.ofHours(4);

  /** A restart of the server is over by then. */
  public static final int DEFAULT_RETRIES = 3;

  public static final RemoteSettings DEFAULT =
      new RemoteSettings(DEFAULT_ANSWER_WITHIN, DEFAULT_ALL_WITHIN, DEFAULT_RETRIES);

  public RemoteSettings {
    if (!isPositive(answerWithin) || !isPositive(allWithin) || retries < 0) {
      throw new IllegalArgumentException(
          "A server gets some time for an answer and for all, and no fewer than 0 retries.");
    }
  }

  private static boolean isPositive(Duration time) {
    return !time.isNegative() && !time.isZero();
  }

  public RemoteSettings withAnswerWithin(Duration time) {
    return new RemoteSettings(time, allWithin, retries);
  }
}
