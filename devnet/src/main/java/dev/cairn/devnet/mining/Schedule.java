package dev.cairn.devnet.mining;

import java.time.Duration;

/** Decides, round by round, how long to wait for the next one. */
final class Schedule {

  private final MiningMode mode;
  private int settling; // rounds still owed to the last transaction

  Schedule(MiningMode mode) {
    this.mode = mode;
  }

  /** Notes a round. */
  void mined(boolean withTransactions) {
    if (mode instanceof MiningMode.OnDemand onDemand) {
      settling = withTransactions ? onDemand.settlingRounds() : Math.max(0, settling - 1);
    }
  }

  /**
   * How long to wait until the next round.
   *
   * @param waiting whether a transaction waits
   * @param sinceLast time since the last round
   */
  Duration pause(boolean waiting, Duration sinceLast) {
    if (mode instanceof MiningMode.OnDemand && (waiting || settling > 0)) {
      return Duration.ZERO;
    }
    Duration left = interval().minus(sinceLast);
    return left.isNegative() ? Duration.ZERO : left;
  }

  private Duration interval() {
    return mode instanceof MiningMode.OnDemand onDemand
        ? onDemand.heartbeat()
        : ((MiningMode.Periodic) mode).period();
  }
}
