package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.receipt.ReceiptChecker;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.batch.OpenBatch;
import dev.cairn.gateway.store.GatewayStore;
import dev.cairn.handover.AcceptedEvent;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.BatchEntry.Closed;
import dev.cairn.handover.BatchEntry.Opened;
import dev.cairn.handover.Journal.Entry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rocksdb.RocksDB;

/**
 * What must hold of a store whatever happened to it. Integration tests end with {@link #check}.
 *
 * @param batchOf the batch of every event that is on disk
 */
public record StoreInvariants(Map<EventId, BatchId> batchOf, Set<BatchId> open, int closed) {

  private static final ReceiptChecker RECEIPTS = new ReceiptChecker(SignatureProviders.best());

  /** Reads the whole store of a gateway that does not run. */
  public static StoreInvariants check(Path dir) {
    try (GatewayStore store = new GatewayStore(dir, RocksDB::write)) {
      store.reopen();
      Set<BatchId> opened = new HashSet<>();
      Set<BatchId> closed = new HashSet<>();
      Map<EventId, BatchId> batchOf = new HashMap<>();
      for (Entry<BatchEntry> entry : store.journal().read(0, Integer.MAX_VALUE)) {
        if (entry.value() instanceof Opened batch) {
          assertThat(opened.add(batch.batchId())).as("%s is opened once", batch).isTrue();
        } else if (entry.value() instanceof Closed batch) {
          assertThat(opened).as("opened before it is closed").contains(batch.batchId());
          assertThat(closed.add(batch.batchId())).as("%s is closed once", batch).isTrue();
          batch.batch().events().forEach(event -> place(batchOf, batch.batchId(), event));
        }
      }
      Set<BatchId> open = new HashSet<>(opened);
      open.removeAll(closed);
      List<OpenBatch> growing = store.openBatches(BatchLimits.DEFAULT);
      assertThat(growing).extracting(OpenBatch::id).containsExactlyInAnyOrderElementsOf(open);
      for (OpenBatch batch : growing) {
        store.events(batch.id()).forEach(event -> place(batchOf, batch.id(), event));
      }
      return new StoreInvariants(batchOf, open, closed.size());
    }
  }

  private static void place(Map<EventId, BatchId> batchOf, BatchId batch, AcceptedEvent event) {
    assertThat(batchOf.put(event.id(), batch)).as("%s is in one batch", event.id()).isNull();
    RECEIPTS.check(event.receipt(), new ReceiptLeaf(event.id(), batch));
  }
}
