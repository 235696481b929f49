package dev.cairn.devnet.mining;

import java.time.Duration;
import java.util.Optional;

/** Decides, round by round, how long to wait for the next one. */
final class Schedule {

  private final MiningMode mode;
  private int settling; // rounds still owed to the last transaction

  Schedule(MiningMode mode) {
    this.mode = mode;
  }

  /** Whether the first round comes at once: after a start the newest block may be old. */
  boolean startsAtOnce() {
    return !(mode instanceof MiningMode.ByClients);
  }

  /** Notes a round. */
  void mined(boolean withTransactions) {
    if (mode instanceof MiningMode.OnDemand onDemand) {
      settling = withTransactions ? onDemand.settlingRounds() : Math.max(0, settling - 1);
    }
  }

  /**
   * How long to wait until the next round; empty if none comes by itself.
   *
   * @param waiting whether a transaction waits
   * @param sinceLast time since the last round
   */
  Optional<Duration> pause(boolean waiting, Duration sinceLast) {
    if (mode instanceof MiningMode.ByClients) {
      return Optional.empty();
    }
    if (mode instanceof MiningMode.OnDemand && (waiting || settling > 0)) {
      return Optional.of(Duration.ZERO);
    }
    Duration left = interval().minus(sinceLast);
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  private Duration interval() {
    if (mode instanceof MiningMode.OnDemand onDemand) {
      return onDemand.heartbeat();
    }
    return mode instanceof MiningMode.Periodic periodic ? periodic.period() : Duration.ZERO;
  }
}
