package dev.cairn.proof.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.proof.fixture.Batches;
import dev.cairn.proof.fixture.MadeUpAnchor;
import dev.cairn.proof.life.AnchorStanding;
import dev.cairn.proof.life.AnchorStanding.Mining;
import dev.cairn.proof.life.AnchorStanding.Setback;
import dev.cairn.proof.life.AnchorStanding.Submission;
import dev.cairn.proof.life.BatchHead;
import dev.cairn.proof.life.BlockPlace;
import dev.cairn.proof.store.CatalogTable.Range;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofStoreTest {
  private static final BatchId ID = Batches.id(1);

  @TempDir Path dir;
  private ProofStore store;

  @BeforeEach
  void open() {
    store = ProofStore.open(dir, "test-net");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void commit(Consumer<Change> changes) {
    try (Change change = store.newChange()) {
      changes.accept(change);
      store.commit(change, Durability.REPLAYABLE);
    }
  }

  private static BlockPlace block(long height) {
    return new BlockPlace(
        new ChainId(3), new BlockHeight(height), Hash.parse(Batches.block(height)));
  }

  @Test
  void head_isReadAsWritten_openAndClosed() {
    BatchHead open = new BatchHead(ID, "Müller & Søn 株", new ChainId(19), 1, null);
    BatchHead closed = open.close(new BatchHead.Closing(2, 3, BatchRoot.of(new byte[32]), 1000));
    for (BatchHead head : List.of(open, closed)) {
      commit(change -> store.batches().put(change, head));
      assertThat(store.batches().get(ID)).contains(head);
    }
  }

  @Test
  void standing_isReadAsWritten_withAnyPartMissing() {
    Submission submission = new Submission("key", 7, 1);
    Setback setback = new Setback("gone", 2);
    List<AnchorStanding> standings = new ArrayList<>(List.of(AnchorStanding.NONE));
    for (Long finalAt : new Long[] {null, 9L}) {
      Mining mining = new Mining("key", block(5), 3, finalAt);
      standings.add(new AnchorStanding(null, mining, 0, null));
      standings.add(new AnchorStanding(submission, mining, 2, setback));
    }
    standings.add(new AnchorStanding(submission, null, 0, null));
    standings.add(new AnchorStanding(null, null, 1, setback));
    for (AnchorStanding standing : standings) {
      commit(change -> store.anchors().put(change, ID, standing));
      assertThat(store.anchors().get(ID)).isEqualTo(standing);
    }
  }

  @Test
  void event_isReadAsWritten() {
    List<Hash> path = List.of(Hash.of(new byte[32]), Hash.parse(Batches.block(1)));
    byte[] jws = {'e', '3', '0'};
    AcceptedEvent event = new AcceptedEvent(jws, new Receipt("e30.e30.AA", 1, path), 77);
    commit(change -> store.events().put(change, ID, List.of(event.id()), List.of(event)));
    assertThat(store.events().event(ID, new LeafIndex(0))).isEqualTo(event);
    assertThatThrownBy(() -> store.events().event(ID, new LeafIndex(1)))
        .isInstanceOf(StoreFailure.class);
  }

  @Test
  void proof_isReadAsWritten_andPinsItsBlock() {
    StoredProof proof = new StoredProof(MadeUpAnchor.in(block(5)), 42);
    commit(change -> store.proofs().put(change, ID, proof));
    assertThat(store.proofs().get(ID)).contains(proof);
    assertThat(store.pins().contains(proof.block())).isTrue();
    assertThat(store.pins().contains(new Pin(new BlockTime(5001), block(5)))).isFalse();
    commit(change -> store.proofs().delete(change, ID, proof));
    assertThat(store.pins().contains(proof.block())).isFalse();
  }

  @Test
  void block_staysPinnedUntilItsLastProofGoes() {
    StoredProof proof = new StoredProof(MadeUpAnchor.in(block(5)), 42);
    commit(
        change -> {
          store.proofs().put(change, Batches.id(1), proof);
          store.proofs().put(change, Batches.id(2), proof);
        });
    assertThat(store.pins().page(new BlockTime(0), Optional.empty(), 10)).hasSize(1);
    commit(change -> store.proofs().delete(change, Batches.id(1), proof));
    assertThat(store.pins().contains(proof.block())).isTrue();
    commit(change -> store.proofs().delete(change, Batches.id(2), proof));
    assertThat(store.pins().contains(proof.block())).isFalse();
  }

  @Test
  void pins_inPagesOfAnySize_comeOnceAndInOrder() {
    commit(
        change ->
            IntStream.range(0, 40)
                .forEach(
                    i -> {
                      StoredProof proof = new StoredProof(MadeUpAnchor.in(block(i / 4)), 42);
                      store.proofs().put(change, Batches.id(i), proof);
                    }));
    List<Long> heights = IntStream.range(0, 10).mapToObj(i -> (long) i).toList();
    for (int limit = 1; limit <= 12; limit++) {
      assertThat(pinnedHeights(new BlockTime(0), limit)).isEqualTo(heights);
      assertThat(pinnedHeights(new BlockTime(3001), limit)).isEqualTo(heights.subList(4, 10));
    }
  }

  private List<Long> pinnedHeights(BlockTime since, int limit) {
    List<Long> heights = new ArrayList<>();
    List<Pin> page = store.pins().page(since, Optional.empty(), limit);
    while (!page.isEmpty()) {
      page.forEach(pin -> heights.add(pin.block().height().value()));
      page = store.pins().page(since, Optional.of(page.get(page.size() - 1)), limit);
    }
    return heights;
  }

  @Test
  void catalog_ofOneMoment_isInOrderOfIds() {
    List<BatchId> ids = IntStream.range(0, 20).mapToObj(Batches::id).sorted().toList();
    commit(
        change ->
            ids.forEach(
                id ->
                    store.catalog().put(change, new BatchHead(id, "t", new ChainId(0), 5, null))));
    Range range = new Range("t", 5, 6, 7);
    List<BatchId> all = new ArrayList<>();
    Optional<BatchHead> after = Optional.empty();
    List<BatchId> page = store.catalog().page(range, after);
    while (!page.isEmpty()) {
      all.addAll(page);
      BatchId last = page.get(page.size() - 1);
      page =
          store
              .catalog()
              .page(range, Optional.of(new BatchHead(last, "t", new ChainId(0), 5, null)));
    }
    assertThat(all).isEqualTo(ids);
    assertThat(store.catalog().page(new Range("t", 6, 7, 7), Optional.empty())).isEmpty();
    assertThat(store.catalog().page(new Range("t", 0, 5, 7), Optional.empty())).isEmpty();
  }

  @Test
  void storeOfAnotherNetwork_isRefused() {
    store.close();
    assertThatThrownBy(() -> ProofStore.open(dir, "mainnet01"))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("belongs to network test-net");
    store = ProofStore.open(dir, "test-net");
  }

  @Test
  void openStore_isNotOpenedTwice() {
    assertThatThrownBy(() -> ProofStore.open(dir, "test-net")).isInstanceOf(StoreFailure.class);
  }

  @Test
  void closedStore_throwsInsteadOfCrashing() {
    store.close();
    store.close();
    assertThatThrownBy(() -> store.batches().get(ID))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("closed");
    assertThatThrownBy(() -> store.due().all()).isInstanceOf(StoreFailure.class);
  }

  @Test
  void rowOfAnotherLayout_isNotGuessedAt() {
    commit(change -> change.put(Column.BATCHES, ID.bytes(), new byte[] {9, 0}));
    assertThatThrownBy(() -> store.batches().get(ID))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("layout 9");
  }

  @Test
  void rowThatIsShortOrLong_isNotGuessedAt() {
    commit(change -> change.put(Column.DUE, ID.bytes(), new byte[7]));
    assertThatThrownBy(() -> store.due().get(ID)).hasMessageContaining("ends too early");
    commit(change -> change.put(Column.DUE, ID.bytes(), new byte[9]));
    assertThatThrownBy(() -> store.due().get(ID)).hasMessageContaining("too many");
  }
}
