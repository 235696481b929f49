package dev.cairn.proof.join;

import dev.cairn.chainweb.ChainId;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.event.EventId;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.ClosedBatch;
import dev.cairn.handover.Journal;
import dev.cairn.proof.life.AnchorRules;
import dev.cairn.proof.life.AnchorStanding;
import dev.cairn.proof.life.BatchHead;
import dev.cairn.proof.life.BatchHead.Closing;
import dev.cairn.proof.store.Change;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.Durability;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.store.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules by which journal entries and proofs change the store. Each method is one commit of an
 * effect together with the position that it came from, so that after a crash an entry either was
 * applied, or will be read again: recovery is the normal path. Used by one thread.
 */
final class Joiner {
  private static final Logger LOG = LoggerFactory.getLogger(Joiner.class);

  /** The last step of every change; a test puts faults here. */
  interface Committer {
    void commit(Change change, Durability durability);
  }

  private final ProofStore store;
  private final Committer committer;

  Joiner(ProofStore store, Committer committer) {
    this.store = store;
    this.committer = committer;
  }

  /** Applies what the gateway said. */
  List<News> batch(Journal.Entry<BatchEntry> entry) {
    List<News> news = new ArrayList<>();
    try (Change change = store.newChange()) {
      if (entry.value() instanceof BatchEntry.Opened opened) {
        open(change, opened);
      } else {
        close(change, ((BatchEntry.Closed) entry.value()).batch(), news);
      }
      store.putPosition(change, Source.BATCHES, entry.position());
      committer.commit(change, Durability.REPLAYABLE);
      // A crash before the commit leaves nothing of the entry, one after it all of the entry; in
      // both cases Clerk reads on from the stored position. Waiters died with the process.
    }
    return withState(news, entry.value().batchId());
  }

  private void open(Change change, BatchEntry.Opened opened) {
    if (store.batches().get(opened.batchId()).isEmpty()) {
      BatchHead head =
          new BatchHead(
              opened.batchId(),
              opened.tenant(),
              new ChainId(opened.chainId()),
              opened.openedAtMillis(),
              null);
      store.batches().put(change, head);
      store.catalog().put(change, head);
    }
  }

  private void close(Change change, ClosedBatch batch, List<News> news) {
    List<EventId> ids = batch.events().stream().map(AcceptedEvent::id).toList();
    Closing closing =
        new Closing(
            batch.closedAtMillis(), batch.anchorByMillis(), BatchTree.of(ids).root(), ids.size());
    BatchHead head = store.batches().get(batch.id()).orElseGet(() -> headOf(batch));
    Closing known = head.closing();
    if (known != null) {
      tellRepeat(batch.id(), closing, known);
      return;
    }
    store.batches().put(change, head.close(closing));
    store.catalog().put(change, head);
    store.events().put(change, batch.id(), ids, batch.events());
    news.add(new News.Placed(ids));
    OptionalLong finality = store.due().get(batch.id());
    if (finality.isPresent()) {
      news.add(new News.BecameDue(new Due(batch.id(), finality.getAsLong())));
    }
  }

  // The first word on a batch's content holds: its root may be on the chain already.
  private static void tellRepeat(BatchId id, Closing repeated, Closing known) {
    if (!repeated.root().equals(known.root())) {
      LOG.error(
          "Batch {} was closed with root {} and now with {}; the first one is kept",
          id,
          known.root(),
          repeated.root());
    }
  }

  private static BatchHead headOf(ClosedBatch batch) {
    return new BatchHead(
        batch.id(), batch.tenant(), new ChainId(batch.chainId()), batch.openedAtMillis(), null);
  }

  /** Applies what the ingestor said; it may come before the gateway's word on the same batch. */
  List<News> anchor(Journal.Entry<AnchorEntry> entry) {
    BatchId id = entry.value().batchId();
    AnchorStanding before = store.anchors().get(id);
    AnchorStanding after = AnchorRules.apply(before, entry.value());
    List<News> news = new ArrayList<>();
    try (Change change = store.newChange()) {
      store.anchors().put(change, id, after);
      if (!sameFinality(before, after)) {
        withdraw(change, id, before, news);
        makeDue(change, new Due(id, entry.position()), after, news);
      }
      store.putPosition(change, Source.ANCHORS, entry.position());
      committer.commit(change, Durability.REPLAYABLE);
      // A crash leaves nothing or all of the entry, as above. If all, the batch's row in the due
      // table makes ProvingDesk take it up again when the service opens.
    }
    return withState(news, id);
  }

  private static boolean sameFinality(AnchorStanding before, AnchorStanding after) {
    return before.isFinal() == after.isFinal()
        && (!after.isFinal() || Objects.equals(before.mining(), after.mining()));
  }

  private void withdraw(Change change, BatchId id, AnchorStanding before, List<News> news) {
    if (before.isFinal()) {
      store.due().delete(change, id);
      store.proofs().get(id).ifPresent(proof -> store.proofs().delete(change, id, proof));
      news.add(new News.Withdrawn(id));
      LOG.warn("Batch {} is no longer final in {}", id, before.mining());
    }
  }

  private void makeDue(Change change, Due due, AnchorStanding after, List<News> news) {
    if (after.isFinal()) {
      store.due().put(change, due);
      // Without the gateway's half there is nothing to prove yet: close() tells it then.
      if (store.isClosed(due.batch())) {
        news.add(new News.BecameDue(due));
      }
    }
  }

  /** Stores a proof, unless the finality that it was made for has been withdrawn since. */
  List<News> proof(ProvedAnchor proved) {
    Due due = proved.due();
    if (!store.due().get(due.batch()).equals(OptionalLong.of(due.finality()))) {
      return List.of();
    }
    try (Change change = store.newChange()) {
      store.proofs().put(change, due.batch(), proved.proof());
      store.due().delete(change, due.batch());
      committer.commit(change, Durability.SYNCED);
      // A crash before the commit leaves the batch due: it is proved again. One after it leaves
      // the proof on disk, even if the power fails: nodes need not keep what it was made from.
    }
    return withState(new ArrayList<>(), due.batch());
  }

  private List<News> withState(List<News> news, BatchId id) {
    store.view(id).ifPresent(view -> news.add(new News.Reached(id, view.state())));
    return news;
  }
}
