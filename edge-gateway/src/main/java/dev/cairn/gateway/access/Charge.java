package dev.cairn.gateway.access;

/** Events that were taken out of a rate and a quota, and are not counted as used yet. */
@FunctionalInterface
public interface Charge {

  /** A charge where nothing is counted. */
  Charge NONE = (events, bytes) -> {};

  /**
   * Says how many of them are new on disk; the rest of what was taken out of the quota is given
   * back. To be called exactly once, also when the commit failed: then with zeros.
   */
  void settle(int newEvents, long newBytes);
}
