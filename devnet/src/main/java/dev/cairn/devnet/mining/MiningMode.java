package dev.cairn.devnet.mining;

import java.time.Duration;

/** When rounds are mined. */
public sealed interface MiningMode {

  /** The delay that the network states, for its targets and for clients that ask. */
  Duration blockDelay();

  /**
   * At once when a transaction waits.
   *
   * @param settlingRounds rounds right after one with transactions, so that every chain has seen it
   * @param heartbeat time between rounds when nothing happens
   */
  record OnDemand(int settlingRounds, Duration heartbeat) implements MiningMode {

    /** The diameter of the twenty graph: after so many rounds every chain can prove it. */
    public static final int DEFAULT_SETTLING_ROUNDS = 3;

    /** Keeps the newest block young enough for fresh transactions, which may be 95 s younger. */
    public static final Duration DEFAULT_HEARTBEAT = Duration.ofSeconds(30);

    /**
     * No round is faster. Blocks that are faster than the stated delay make targets fall until
     * weights leave their 256 bits; slower ones only make targets rise and wrap.
     */
    private static final Duration FASTEST_ROUND = Duration.ofMillis(1);

    public static final OnDemand DEFAULT = new OnDemand(DEFAULT_SETTLING_ROUNDS, DEFAULT_HEARTBEAT);

    public OnDemand {
      if (settlingRounds < 0 || heartbeat.isNegative() || heartbeat.isZero()) {
        throw new IllegalArgumentException(
            "Mining on demand needs a positive heartbeat and no negative number of rounds.");
      }
    }

    @Override
    public Duration blockDelay() {
      return FASTEST_ROUND;
    }
  }

  /** Every so often, as a real network, whether a transaction waits or not. */
  record Periodic(Duration period) implements MiningMode {

    public Periodic {
      requirePositive(period, "Periodic mining needs a positive period.");
    }

    @Override
    public Duration blockDelay() {
      return period;
    }
  }

  /**
   * One round after the other, as fast as nonces are found. Without proof of work that is as fast
   * as the machine goes.
   *
   * @param blockDelay what difficulty aims for
   */
  record Continuous(Duration blockDelay) implements MiningMode {

    public Continuous {
      requirePositive(blockDelay, "Mining aims for a positive block delay.");
    }
  }

  /**
   * By clients of the mining API alone.
   *
   * @param blockDelay what difficulty aims for
   */
  record ByClients(Duration blockDelay) implements MiningMode {

    public ByClients {
      requirePositive(blockDelay, "Mining aims for a positive block delay.");
    }
  }

  private static void requirePositive(Duration time, String sentence) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
