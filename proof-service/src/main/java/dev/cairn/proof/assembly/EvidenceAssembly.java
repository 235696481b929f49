package dev.cairn.proof.assembly;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.proof.store.LeafPlace;
import dev.cairn.proof.store.ProofStore;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts evidence together. The tree of a batch is hashed once and then cached with all its levels,
 * so a request costs a few point reads and no hashing. Blocks on the store; any thread.
 */
public final class EvidenceAssembly {
  /** A hash as an object in a list, and that a tree has nearly two nodes per leaf. */
  private static final int BYTES_PER_LEAF = 2 * (Hash.SIZE + 48);

  /** Headers and proof of an anchor as objects. */
  private static final int BYTES_PER_ANCHOR = 16 * 1024;

  private final ProofStore store;
  private final EventParser parser = new EventParser(Evidence.MAX_EVENT_BYTES);
  private final Cache<BatchId, ProvedBatch> batches;

  public EvidenceAssembly(ProofStore store, long cacheBytes) {
    this.store = store;
    this.batches =
        Caffeine.newBuilder()
            .maximumWeight(cacheBytes)
            .weigher((BatchId id, ProvedBatch batch) -> weight(batch))
            .build();
  }

  private static int weight(ProvedBatch batch) {
    return BYTES_PER_ANCHOR + batch.tree().size() * BYTES_PER_LEAF;
  }

  /** The batch with its proof; empty while it has none. */
  public Optional<ProvedBatch> batch(BatchId id) {
    return Optional.ofNullable(batches.get(id, this::load));
  }

  private @Nullable ProvedBatch load(BatchId id) {
    return store
        .proofs()
        .get(id)
        .map(proof -> new ProvedBatch(id, BatchTree.of(store.events().leaves(id)), proof.anchor()))
        .orElse(null);
  }

  /** The canonical bytes of an event's evidence; empty while its batch has no proof. */
  public Optional<byte[]> evidence(LeafPlace place) {
    return batch(place.batch()).map(batch -> assemble(batch, place));
  }

  private byte[] assemble(ProvedBatch batch, LeafPlace place) {
    AcceptedEvent accepted = store.events().event(place.batch(), place.leaf());
    Evidence evidence =
        new Evidence(
            parser.parse(accepted.jws()),
            Inclusion.of(batch.id(), batch.tree(), place.leaf()),
            batch.anchor(),
            Optional.of(accepted.receipt()));
    return evidence.toJson().getBytes(StandardCharsets.US_ASCII);
  }

  /** Forgets a batch whose proof was withdrawn; called after that was committed. */
  public void forget(BatchId id) {
    // A load that is under way ends first, so what it read before the commit is dropped as well.
    batches.invalidate(id);
  }
}
