package dev.cairn.gateway.quota;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The counts of one tenant. What a request may come to is reserved before its events are checked
 * and settled after they are on disk, so requests at the same time cannot exceed a quota together.
 * Safe for any thread.
 */
public final class Usage {
  private final Clock clock;

  /** Guarded by this. */
  private UsageTotals totals;

  /** Reserved, and not settled yet. Guarded by this. */
  private long reservedEvents;

  private long reservedBytes;

  /** Whether the totals were changed since {@link #takeChanged}. Guarded by this. */
  private boolean changed;

  public Usage(Clock clock, Optional<UsageTotals> known) {
    this.clock = clock;
    this.totals = known.orElseGet(() -> UsageTotals.none(today()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  /** Reserves, and returns nothing; or reserves nothing, and returns when the quota begins anew. */
  public synchronized Optional<Instant> reserve(int events, long bytes, Quota quota) {
    UsageTotals now = current();
    long allEvents = reservedEvents + events;
    long allBytes = reservedBytes + bytes;
    if (!now.ofMonth().fits(allEvents, allBytes, quota.eventsPerMonth(), quota.bytesPerMonth())) {
      return Optional.of(startOf(now.day().withDayOfMonth(1).plusMonths(1)));
    }
    if (!now.ofDay().fits(allEvents, allBytes, quota.eventsPerDay(), quota.bytesPerDay())) {
      return Optional.of(startOf(now.day().plusDays(1)));
    }
    reservedEvents = allEvents;
    reservedBytes = allBytes;
    return Optional.empty();
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Ends a reservation; what was accepted counts on the day on which it was. */
  public synchronized void settle(int events, long bytes, int acceptedEvents, long acceptedBytes) {
    reservedEvents -= events;
    reservedBytes -= bytes;
    if (acceptedEvents > 0) {
      totals = current().plus(acceptedEvents, acceptedBytes);
      changed = true;
    }
  }

  private UsageTotals current() {
    totals = totals.on(today());
    return totals;
  }

  public synchronized UsageTotals totals() {
    return current();
  }

  /** The totals if they changed since this was last asked. */
  public synchronized Optional<UsageTotals> takeChanged() {
    boolean news = changed;
    changed = false;
    return news ? Optional.of(totals) : Optional.empty();
  }

  /** Makes the next {@link #takeChanged} give them out again: they could not be kept. */
  public synchronized void keepChanged() {
    changed = true;
  }
}
