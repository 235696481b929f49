package dev.cairn.gateway.batch;

import dev.cairn.evidence.batch.BatchId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The growing batches, one per lane, and those that are full or due and wait to be closed in the
 * same write. Touched by the writer's thread only; after a failed write the whole object is thrown
 * away and made anew from the disk.
 */
public final class OpenBatches {

  private final BatchLimits limits;
  private final Duration anchorWithin;
  private final RandomGenerator random;

  /** In order of opening, so that what is written is a function of what came in. */
  private final Map<Lane, OpenBatch> growing = new LinkedHashMap<>();

  private final List<OpenBatch> opened = new ArrayList<>();

  /** Those whose limits a request lowered since the last write; a restart must know. */
  private final Set<OpenBatch> lowered = new LinkedHashSet<>();

  private final List<OpenBatch> complete = new ArrayList<>();

  public OpenBatches(BatchLimits limits, Duration anchorWithin, RandomGenerator random) {
    this.limits = limits;
    this.anchorWithin = anchorWithin;
    this.random = random;
  }

  /** Takes up a batch that a former run left open. */
  public void restore(OpenBatch batch) {
    OpenBatch other = growing.putIfAbsent(batch.lane(), batch);
    if (other != null) {
      throw new IllegalStateException(
          "Batches " + other.id() + " and " + batch.id() + " are both open in " + batch.lane());
    }
  }

  /** Gives the event its place; the order of these calls is the order of the leaves. */
  public Leaf add(Lane lane, int eventBytes, BatchHints hints, long nowMillis) {
    OpenBatch batch = growing.get(lane);
    if (batch != null && !batch.hasRoomFor(eventBytes)) {
      complete(batch);
      batch = null;
    }
    if (batch == null) {
      batch = open(lane, nowMillis);
    }
    Leaf leaf = batch.add(eventBytes);
    if (!hints.isEmpty() && batch.lower(hints, nowMillis)) {
      lowered.add(batch);
    }
    if (batch.isFull()) {
      complete(batch);
    }
    return leaf;
  }

  private OpenBatch open(Lane lane, long nowMillis) {
    BatchId id = BatchId.next(nowMillis, random);
    OpenBatch batch = new OpenBatch(id, lane, nowMillis, anchorByMillis(nowMillis), limits);
    growing.put(lane, batch);
    opened.add(batch);
    return batch;
  }

  /** The deadline that a receipt given now promises; receipts count in whole seconds. */
  public long anchorByMillis(long nowMillis) {
    return Math.floorDiv(nowMillis + anchorWithin.toMillis(), 1000L) * 1000L;
  }

  private void complete(OpenBatch batch) {
    growing.remove(batch.lane());
    complete.add(batch);
  }

  /** Completes every batch whose time has come. */
  public void completeDue(long nowMillis) {
    growing.values().stream()
        .filter(batch -> batch.isDue(nowMillis))
        .toList()
        .forEach(this::complete);
  }

  public void completeAll() {
    List.copyOf(growing.values()).forEach(this::complete);
  }

  /** When the next batch comes due; empty while no batch grows. */
  public OptionalLong nextDueMillis() {
    return growing.values().stream().mapToLong(OpenBatch::closeAtMillis).min();
  }

  /** The batches opened since the last call, in that order; each has an event. */
  public List<OpenBatch> takeOpened() {
    return take(opened);
  }

  /** The batches whose limits changed since the last call. */
  public List<OpenBatch> takeLowered() {
    List<OpenBatch> taken = List.copyOf(lowered);
    lowered.clear();
    return taken;
  }

  /** The batches completed since the last call, in that order. */
  public List<OpenBatch> takeComplete() {
    return take(complete);
  }

  private static List<OpenBatch> take(List<OpenBatch> batches) {
    List<OpenBatch> taken = List.copyOf(batches);
    batches.clear();
    return taken;
  }

  public int size() {
    return growing.size();
  }
}
