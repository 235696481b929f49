package dev.cairn.proof.store;

import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.DeviceKey;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.handover.AcceptedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The events of closed batches. Keys: {@code batchId(16)} for the leaves in order, {@code
 * batchId(16) ‖ leaf(4)} for event and receipt, {@code eventId(32)} for the place, {@code
 * eventId(32) ‖ batchId(16)} for a further place.
 */
public final class EventTable {
  private static final int LAYOUT = 1;
  private static final int DEVICE_BIT = 1 << 31;

  private final Database database;

  EventTable(Database database) {
    this.database = database;
  }

  /** The event ids of a closed batch in leaf order; empty for any other batch. */
  public List<EventId> leaves(BatchId batch) {
    byte[] row = database.get(Column.LEAVES, batch.bytes());
    if (row == null) {
      return List.of();
    }
    RowReader reader = RowReader.key(Column.LEAVES, row);
    List<EventId> ids = new ArrayList<>(row.length / Hash.SIZE);
    for (int i = 0; i < row.length / Hash.SIZE; i++) {
      ids.add(EventId.of(reader.fixed(Hash.SIZE)));
    }
    reader.end();
    return ids;
  }

  /** An event of a closed batch; the leaf must be one of its leaves. */
  public AcceptedEvent event(BatchId batch, LeafIndex leaf) {
    byte[] row = database.get(Column.EVENTS, key(batch, leaf.value()));
    if (row == null) {
      throw new StoreFailure("Batch " + batch + " has no event at leaf " + leaf.value() + ".");
    }
    return decode(row);
  }

  /** Where an event came in first; empty if it is in no closed batch. */
  public Optional<LeafPlace> place(EventId event) {
    byte[] row = database.get(Column.PLACES, event.bytes());
    return row == null ? Optional.empty() : Optional.of(decodePlace(row));
  }

  /** The first place of an event among the batches that are admitted. */
  public Optional<LeafPlace> place(EventId event, Predicate<BatchId> admitted) {
    Optional<LeafPlace> first = place(event);
    return first.isEmpty() || admitted.test(first.get().batch())
        ? first
        : laterPlaces(event).stream().filter(place -> admitted.test(place.batch())).findFirst();
  }

  private List<LeafPlace> laterPlaces(EventId event) {
    List<LeafPlace> places = new ArrayList<>();
    byte[] prefix = event.bytes();
    database.scan(
        Column.PLACES,
        prefix,
        (key, value) -> {
          boolean same = Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
          if (same && key.length > prefix.length) {
            places.add(decodePlace(value));
          }
          return same;
        });
    return places;
  }

  /**
   * Stores the events of a batch that closes. An event that already has a place, in an earlier
   * batch or at an earlier leaf, keeps it: evidence that was served once stays what is served. Its
   * further places are kept beside, for other tenants that posted the same bytes.
   */
  public void put(Change change, BatchId batch, List<EventId> ids, List<AcceptedEvent> events) {
    RowWriter leaves = RowWriter.key();
    Set<EventId> placed = new HashSet<>();
    for (int leaf = 0; leaf < ids.size(); leaf++) {
      EventId id = ids.get(leaf);
      leaves.fixed(id.bytes());
      change.put(Column.EVENTS, key(batch, leaf), encode(events.get(leaf)));
      if (placed.add(id)) {
        putPlace(change, id, new LeafPlace(batch, new LeafIndex(leaf)));
      }
    }
    change.put(Column.LEAVES, batch.bytes(), leaves.done());
  }

  private void putPlace(Change change, EventId id, LeafPlace place) {
    byte[] row = key(place.batch(), place.leaf().value());
    Optional<LeafPlace> first = place(id);
    if (first.isEmpty()) {
      change.put(Column.PLACES, id.bytes(), row);
    } else if (!first.get().batch().equals(place.batch())) {
      byte[] key = RowWriter.key().fixed(id.bytes()).fixed(place.batch().bytes()).done();
      change.put(Column.PLACES, key, row);
    }
  }

  private static byte[] key(BatchId batch, int leaf) {
    return RowWriter.key().fixed(batch.bytes()).int32(leaf).done();
  }

  private static LeafPlace decodePlace(byte[] bytes) {
    RowReader row = RowReader.key(Column.PLACES, bytes);
    LeafPlace place =
        new LeafPlace(BatchId.of(row.fixed(BatchId.BYTES)), new LeafIndex(row.int32()));
    row.end();
    return place;
  }

  // acceptedAt(8) ‖ jws ‖ receipt jws ‖ receipt index(4) ‖ receipt path [‖ tenant ‖ device's key]
  // The index is never negative; its top bit says that the last two follow.
  private static byte[] encode(AcceptedEvent event) {
    Optional<DeviceKey> device = event.receipt().device();
    RowWriter row =
        RowWriter.value(LAYOUT)
            .int64(event.acceptedAtMillis())
            .bytes(event.jws())
            .text(event.receipt().jws())
            .int32(event.receipt().index() | (device.isPresent() ? DEVICE_BIT : 0))
            .bytes(event.receipt().pathBytes());
    device.ifPresent(known -> row.text(known.tenant()).text(known.key().toString()));
    return row.done();
  }

  private static AcceptedEvent decode(byte[] bytes) {
    RowReader row = RowReader.value(Column.EVENTS, bytes, LAYOUT);
    long acceptedAt = row.int64();
    byte[] jws = row.bytes();
    String signedPart = row.text();
    int index = row.int32();
    Receipt receipt = Receipt.of(signedPart, index & ~DEVICE_BIT, row.bytes());
    Optional<DeviceKey> device = index >= 0 ? Optional.empty() : Optional.of(device(row));
    row.end();
    return new AcceptedEvent(jws, receipt.withDevice(device), acceptedAt);
  }

  private static DeviceKey device(RowReader row) {
    String tenant = row.text();
    return new DeviceKey(
        tenant,
        DidKey.parse(row.text())
            .orElseThrow(() -> new StoreFailure("A device's key in the store is no did:key.")));
  }
}
