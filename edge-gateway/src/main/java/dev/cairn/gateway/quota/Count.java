package dev.cairn.gateway.quota;

/** A number of events and of their bytes. */
public record Count(long events, long bytes) {
  public static final Count ZERO = new Count(0, 0);

  Count plus(long moreEvents, long moreBytes) {
    return new Count(events + moreEvents, bytes + moreBytes);
  }

  boolean fits(long moreEvents, long moreBytes, long maxEvents, long maxBytes) {
    return (maxEvents == 0 || events + moreEvents <= maxEvents)
        && (maxBytes == 0 || bytes + moreBytes <= maxBytes);
  }
}
