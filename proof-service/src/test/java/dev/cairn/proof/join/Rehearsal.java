package dev.cairn.proof.join;

import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.proof.fixture.MadeUpAnchor;
import dev.cairn.proof.life.BlockPlace;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.store.Source;
import dev.cairn.proof.store.StoredProof;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The clerk's work without its thread, with proofs that are made up from the standing. */
final class Rehearsal implements AutoCloseable {
  private final ProofStore store;
  private final Joiner joiner;
  private final Journal<BatchEntry> batches;
  private final Journal<AnchorEntry> anchors;
  private final List<News> news = new ArrayList<>();

  Rehearsal(Path dir, Journal<BatchEntry> batches, Journal<AnchorEntry> anchors, Faults faults) {
    this.store = ProofStore.open(dir, "test-net");
    this.joiner = new Joiner(store, (change, how) -> faults.commit(store, change, how));
    this.batches = batches;
    this.anchors = anchors;
  }

  ProofStore store() {
    return store;
  }

  List<News> news() {
    return news;
  }

  void applyAll() {
    applyBatches();
    applyAnchors();
    applyProofs();
  }

  void applyBatches() {
    batches
        .read(store.position(Source.BATCHES), 1000)
        .forEach(entry -> news.addAll(joiner.batch(entry)));
  }

  void applyAnchors() {
    anchors
        .read(store.position(Source.ANCHORS), 1000)
        .forEach(entry -> news.addAll(joiner.anchor(entry)));
  }

  void applyProofs() {
    for (Due due : store.due().all()) {
      if (store.isClosed(due.batch())) {
        news.addAll(handIn(prove(due)));
      }
    }
  }

  List<News> handIn(ProvedAnchor proved) {
    return joiner.proof(proved);
  }

  ProvedAnchor prove(Due due) {
    BlockPlace block = store.anchors().get(due.batch()).mining().block();
    return new ProvedAnchor(due, new StoredProof(MadeUpAnchor.in(block), 42));
  }

  @Override
  public void close() {
    store.close();
  }
}
