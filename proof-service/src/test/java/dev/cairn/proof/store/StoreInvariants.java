package dev.cairn.proof.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.event.EventId;
import dev.cairn.proof.life.AnchorStanding;
import dev.cairn.proof.life.BatchHead;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must hold in a proof store after every commit; tests check it when they end. */
public final class StoreInvariants {
  private final ProofStore store;
  private final Database database;

  private StoreInvariants(ProofStore store) {
    this.store = store;
    this.database = store.database();
  }

  public static void check(ProofStore store) {
    StoreInvariants invariants = new StoreInvariants(store);
    invariants.everyBatchIsInTheCatalogOnce();
    invariants.closedBatchesHaveTheirEvents();
    invariants.everyPlaceHoldsItsEvent();
    invariants.finalBatchesAreEitherDueOrProved();
    invariants.pinsAreThoseOfTheProofs();
  }

  /** All rows by column and key, in hexadecimal: two stores with equal dumps answer alike. */
  public static Map<String, String> dump(ProofStore store) {
    Map<String, String> rows = new TreeMap<>();
    HexFormat hex = HexFormat.of();
    for (Column column : Column.values()) {
      store
          .database()
          .scan(
              column,
              new byte[0],
              (key, value) -> {
                rows.put(column + " " + hex.formatHex(key), hex.formatHex(value));
                return true;
              });
    }
    return rows;
  }

  private void everyBatchIsInTheCatalogOnce() {
    List<BatchId> listed = new ArrayList<>();
    for (byte[] key : keys(Column.CATALOG)) {
      byte[] id = Arrays.copyOfRange(key, key.length - BatchId.BYTES, key.length);
      listed.add(BatchId.of(id));
    }
    assertThat(listed).containsExactlyInAnyOrderElementsOf(batchIds(Column.BATCHES));
  }

  private void closedBatchesHaveTheirEvents() {
    int events = 0;
    for (BatchId id : batchIds(Column.BATCHES)) {
      BatchHead.Closing closing = store.batches().get(id).orElseThrow().closing();
      List<EventId> leaves = store.events().leaves(id);
      assertThat(leaves).hasSize(closing == null ? 0 : closing.treeSize());
      if (closing != null) {
        assertThat(BatchTree.of(leaves).root()).isEqualTo(closing.root());
      }
      for (int leaf = 0; leaf < leaves.size(); leaf++) {
        assertThat(store.events().event(id, new LeafIndex(leaf)).id()).isEqualTo(leaves.get(leaf));
      }
      events += leaves.size();
    }
    assertThat(keys(Column.EVENTS)).hasSize(events);
  }

  private void everyPlaceHoldsItsEvent() {
    Set<EventId> placed = new HashSet<>();
    for (byte[] key : keys(Column.PLACES)) {
      EventId event = EventId.of(Arrays.copyOf(key, Hash.SIZE));
      LeafPlace place = store.events().place(event, batch -> isOf(batch, key)).orElseThrow();
      assertThat(store.events().leaves(place.batch()).get(place.leaf().value())).isEqualTo(event);
      placed.add(event);
    }
    for (BatchId id : batchIds(Column.LEAVES)) {
      assertThat(placed).containsAll(store.events().leaves(id));
    }
  }

  /** A further place has its batch in its key; the first one's is any. */
  private static boolean isOf(BatchId batch, byte[] placeKey) {
    return placeKey.length == Hash.SIZE
        || Arrays.equals(batch.bytes(), Arrays.copyOfRange(placeKey, Hash.SIZE, placeKey.length));
  }

  private void finalBatchesAreEitherDueOrProved() {
    Set<BatchId> due = new HashSet<>(batchIds(Column.DUE));
    Set<BatchId> proved = new HashSet<>(batchIds(Column.PROOFS));
    for (BatchId id : batchIds(Column.ANCHORS)) {
      AnchorStanding standing = store.anchors().get(id);
      assertThat(due.remove(id) ^ proved.remove(id)).isEqualTo(standing.isFinal());
      store
          .proofs()
          .get(id)
          .ifPresent(
              proof ->
                  assertThat(standing.mining())
                      .satisfies(m -> assertThat(m.block()).isEqualTo(proof.block().block())));
    }
    assertThat(due).isEmpty();
    assertThat(proved).isEmpty();
  }

  private void pinsAreThoseOfTheProofs() {
    Set<String> expected = new HashSet<>();
    for (BatchId id : batchIds(Column.PROOFS)) {
      StoredProof proof = store.proofs().get(id).orElseThrow();
      expected.add(HexFormat.of().formatHex(PinTable.key(proof.block(), id)));
      expected.add(HexFormat.of().formatHex(PinTable.key(proof.last(), id)));
    }
    assertThat(keys(Column.PINS).stream().map(HexFormat.of()::formatHex))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private List<BatchId> batchIds(Column column) {
    return keys(column).stream().map(BatchId::of).toList();
  }

  private List<byte[]> keys(Column column) {
    List<byte[]> keys = new ArrayList<>();
    database.scan(column, new byte[0], (key, value) -> keys.add(key));
    return keys;
  }
}
