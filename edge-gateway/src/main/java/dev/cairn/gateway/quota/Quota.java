package dev.cairn.gateway.quota;

/** What a tenant may have accepted in a day and in a month of UTC; 0 is no limit. */
public record Quota(long eventsPerDay, long eventsPerMonth, long bytesPerDay, long bytesPerMonth) {

  public static final Quota UNLIMITED = new Quota(0, 0, 0, 0);

  public Quota {
    if (eventsPerDay < 0 || eventsPerMonth < 0 || bytesPerDay < 0 || bytesPerMonth < 0) {
      throw new IllegalArgumentException("A quota is 0, which is no limit, or more.");
    }
  }
}
