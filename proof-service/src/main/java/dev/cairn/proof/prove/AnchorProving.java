package dev.cairn.proof.prove;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.proof.life.AnchorStanding.Mining;
import dev.cairn.proof.store.DueTable.Due;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.store.StoredProof;
import dev.cairn.virtualchain.coordinator.AnchorProof;
import java.time.Clock;
import java.util.Optional;

/** Asks for the proof of a due batch, checks it, and gives it the form in which it is stored. */
public final class AnchorProving implements ProvingDesk.Prover {
  private static final LeafIndex FIRST = new LeafIndex(0);

  private final ProofStore store;
  private final AnchorSource source;
  private final ProofCheck check;
  private final String network;
  private final int confirmations;
  private final Clock clock;
  private final EventParser parser = new EventParser(Evidence.MAX_EVENT_BYTES);

  public AnchorProving(
      ProofStore store,
      AnchorSource source,
      ProofCheck check,
      String network,
      int confirmations,
      Clock clock) {
    this.store = store;
    this.source = source;
    this.check = check;
    this.network = network;
    this.confirmations = confirmations;
    this.clock = clock;
  }

  @Override
  public StoredProof prove(Due due) {
    Mining mining = store.anchors().get(due.batch()).mining();
    if (mining == null) {
      throw new ProofRefused("Batch " + due.batch() + " has gone back in the meantime.");
    }
    RequestKey requestKey = RequestKey.parse(mining.requestKey());
    AnchorProof proof = source.prove(mining.block().chain(), requestKey, confirmations);
    Anchor anchor = anchor(proof);
    requireBlock(due.batch(), mining, anchor);
    check.check(evidence(due.batch(), anchor));
    return new StoredProof(anchor, clock.millis());
  }

  private Anchor anchor(AnchorProof proof) {
    BlockHeader block = proof.block();
    return new Anchor(
        network,
        proof.chain(),
        proof.requestKey(),
        proof.transactionIndex(),
        block.height(),
        block.hash(),
        proof.spv(),
        proof.headers());
  }

  // A branch may have won that the ingestor has not told of yet; it will, and then we ask again.
  private static void requireBlock(BatchId batch, Mining mining, Anchor anchor) {
    if (!anchor.blockHash().equals(mining.block().hash())) {
      throw new ProofRefused(
          "Batch "
              + batch
              + " is final in block "
              + mining.block().hash()
              + ", the proof is of block "
              + anchor.blockHash()
              + ".");
    }
  }

  private Evidence evidence(BatchId batch, Anchor anchor) {
    AcceptedEvent first = store.events().event(batch, FIRST);
    BatchTree tree = BatchTree.of(store.events().leaves(batch));
    return new Evidence(
        parser.parse(first.jws()),
        Inclusion.of(batch, tree, FIRST),
        anchor,
        Optional.of(first.receipt()));
  }
}
