package dev.cairn.gateway.quota;

import java.time.LocalDate;

/**
 * What a tenant has had accepted.
 *
 * @param day the day, UTC, that the counts of day and month belong to
 * @param ever since the tenant is known
 */
public record UsageTotals(LocalDate day, Count ofDay, Count ofMonth, Count ever) {

  public static UsageTotals none(LocalDate day) {
    return new UsageTotals(day, Count.ZERO, Count.ZERO, Count.ZERO);
  }

  /** The same on a later day; a clock that went back changes nothing. */
  UsageTotals on(LocalDate now) {
    if (!now.isAfter(day)) {
      return this;
    }
    boolean sameMonth = now.getYear() == day.getYear() && now.getMonth() == day.getMonth();
    return new UsageTotals(now, Count.ZERO, sameMonth ? ofMonth : Count.ZERO, ever);
  }

  UsageTotals plus(long events, long bytes) {
    return new UsageTotals(
        day, ofDay.plus(events, bytes), ofMonth.plus(events, bytes), ever.plus(events, bytes));
  }
}
