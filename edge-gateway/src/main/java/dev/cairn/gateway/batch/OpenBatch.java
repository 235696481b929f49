package dev.cairn.gateway.batch;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.event.EventId;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.ClosedBatch;
import java.util.ArrayList;
import java.util.List;

/** A growing batch. Touched by the writer's thread only. */
public final class OpenBatch {

  private final BatchId id;
  private final Lane lane;
  private final long openedAtMillis;
  private final long anchorByMillis;
  private final BatchLimits limits;
  private final List<Leaf> leaves = new ArrayList<>();
  private int maxEvents;
  private long closeAtMillis;
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
    this.limits = limits;
    this.maxEvents = limits.maxEvents();
    this.closeAtMillis = openedAtMillis + limits.maxAge().toMillis();
  }

  /** Whether an event of this size joins this batch, or the next one. */
  boolean hasRoomFor(int eventBytes) {
    return leaves.isEmpty() || bytes + eventBytes <= limits.maxBytes();
  }

  Leaf add(EventId eventId, byte[] jws, long nowMillis) {
    Leaf leaf = new Leaf(this, leaves.size(), eventId, jws, nowMillis);
    leaves.add(leaf);
    bytes += jws.length;
    return leaf;
  }

  /** Takes up what a crash left of the batch, in leaf order. */
  public void restore(List<AcceptedEvent> events) {
    for (AcceptedEvent event : events) {
      add(event.id(), event.jws(), event.acceptedAtMillis()).receipt(event.receipt());
    }
  }

  void lower(BatchHints hints, long nowMillis) {
    hints.batchSize().ifPresent(size -> maxEvents = Math.min(maxEvents, size));
    hints
        .ttl()
        .ifPresent(ttl -> closeAtMillis = Math.min(closeAtMillis, nowMillis + ttl.toMillis()));
  }

  boolean isFull() {
    return leaves.size() >= maxEvents || bytes >= limits.maxBytes();
  }

  /** Also when the clock was set back: nobody knows how long the batch would wait. */
  boolean isDue(long nowMillis) {
    return nowMillis >= closeAtMillis || nowMillis < openedAtMillis;
  }

  long closeAtMillis() {
    return closeAtMillis;
  }

  public ClosedBatch closed(long nowMillis) {
    List<AcceptedEvent> events = leaves.stream().map(Leaf::accepted).toList();
    return new ClosedBatch(
        id, lane.tenant(), lane.chainId(), openedAtMillis, nowMillis, anchorByMillis, events);
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

  List<Leaf> leaves() {
    return leaves;
  }

  int size() {
    return leaves.size();
  }
}
