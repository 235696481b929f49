package dev.cairn.gateway.batch;

import dev.cairn.evidence.batch.BatchId;
import java.time.Duration;

/**
 * A growing batch: how much is in it, and when it closes. The events themselves are rows of the
 * store. Touched by the writer's thread only.
 */
public final class OpenBatch {

  private final BatchId id;
  private final Lane lane;
  private final long openedAtMillis;
  private final long anchorByMillis;
  private final long maxBytes;
  private int maxEvents;
  private long closeAtMillis;
  private int size;
  private long bytes;

  /**
   * A batch without events.
   *
   * @param anchorByMillis the deadline that the receipt of its first event promises
   */
  public OpenBatch(
      BatchId id, Lane lane, long openedAtMillis, long anchorByMillis, BatchLimits limits) {
    this.id = id;
    this.lane = lane;
    this.openedAtMillis = openedAtMillis;
    this.anchorByMillis = anchorByMillis;
    this.maxBytes = limits.maxBytes();
    this.maxEvents = limits.maxEvents();
    this.closeAtMillis = openedAtMillis + limits.maxAge().toMillis();
  }

  /** Whether an event of this size joins this batch, or the next one. */
  boolean hasRoomFor(int eventBytes) {
    return size == 0 || bytes + eventBytes <= maxBytes;
  }

  Leaf add(int eventBytes) {
    bytes += eventBytes;
    return new Leaf(this, size++);
  }

  /** Takes up what a crash left of the batch: so many events of so many bytes together. */
  public void restore(int events, long eventBytes) {
    size = events;
    bytes = eventBytes;
  }

  /** Lowers the limits to what a request asks for; whether that changed any. */
  boolean lower(BatchHints hints, long nowMillis) {
    int events = hints.batchSize().orElse(Integer.MAX_VALUE);
    long closeAt =
        hints.ttl().map(Duration::toMillis).map(ttl -> nowMillis + ttl).orElse(Long.MAX_VALUE);
    return lower(events, closeAt);
  }

  /** Lowers the limits to those that a former run had lowered them to; whether that changed any. */
  public boolean lower(int events, long closeAt) {
    boolean lower = events < maxEvents || closeAt < closeAtMillis;
    maxEvents = Math.min(maxEvents, events);
    closeAtMillis = Math.min(closeAtMillis, closeAt);
    return lower;
  }

  boolean isFull() {
    return size >= maxEvents || bytes >= maxBytes;
  }

  /** Also when the clock was set back: nobody knows how long the batch would wait. */
  boolean isDue(long nowMillis) {
    return nowMillis >= closeAtMillis || nowMillis < openedAtMillis;
  }

  public long closeAtMillis() {
    return closeAtMillis;
  }

  /** The number of events that closes it. */
  public int maxEvents() {
    return maxEvents;
  }

  public BatchId id() {
    return id;
  }

  public Lane lane() {
    return lane;
  }

  public long openedAtMillis() {
    return openedAtMillis;
  }

  public long anchorByMillis() {
    return anchorByMillis;
  }

  public int size() {
    return size;
  }
}
