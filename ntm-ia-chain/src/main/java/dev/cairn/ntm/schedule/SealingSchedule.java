package dev.cairn.ntm.schedule;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.metrics.MetricsSource;
import dev.cairn.ntm.seal.SealException;
import dev.cairn.ntm.seal.SealOutcome;
import dev.cairn.ntm.seal.SealOutcome.Sealed;
import dev.cairn.ntm.seal.SealOutcome.TooSoon;
import dev.cairn.ntm.seal.Sealer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/**
 * Seals a block each interval, counted from the newest block, whoever sealed that. A slot that was
 * missed is not filled in; what fails is tried again before the next slot.
 */
public final class SealingSchedule {

  /** Soon enough that an hour without a block, which makes a chain stale, takes a real outage. */
  static final Duration RETRY_AFTER = Duration.ofMinutes(1);

  private final Sealer sealer;
  private final MetricsSource source;
  private final Duration interval;
  private final Clock clock;
  private final SealTimer timer;
  private final SealListener listener;

  /** {@code interval} is the sealer's, which refuses blocks that come much too soon. */
  public SealingSchedule(
      Sealer sealer,
      MetricsSource source,
      Duration interval,
      Clock clock,
      SealTimer timer,
      SealListener listener) {
    if (interval.toSeconds() < 1) {
      throw new IllegalArgumentException("Blocks are sealed a second apart or more.");
    }
    this.sealer = sealer;
    this.source = source;
    this.interval = interval;
    this.clock = clock;
    this.timer = timer;
    this.listener = listener;
  }

  /** Tries at once and then for ever, until the timer is closed. Call it once. */
  public void start() {
    timer.after(Duration.ZERO, this::run);
  }

  private void run() {
    Duration wait = retryAfter();
    try {
      SealOutcome outcome = sealer.seal(source);
      listener.ended(outcome);
      wait = untilNext(outcome);
    } catch (SealException | IOException | RuntimeException failed) {
      listener.failed(failed);
    } finally {
      timer.after(wait, this::run);
    }
  }

  private Duration untilNext(SealOutcome outcome) {
    if (outcome instanceof Sealed sealed) {
      return until(sealed.timestamp());
    }
    return outcome instanceof TooSoon early ? until(early.newest()) : retryAfter();
  }

  private Duration until(Timestamp newest) {
    Duration passed = Timestamp.of(clock.instant()).since(newest);
    Duration wait = interval.minus(passed);
    return wait.isNegative() ? Duration.ZERO : wait;
  }

  private Duration retryAfter() {
    return RETRY_AFTER.compareTo(interval) < 0 ? RETRY_AFTER : interval;
  }
}
