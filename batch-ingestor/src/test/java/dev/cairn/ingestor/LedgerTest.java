package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.AnchorEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDBException;

class LedgerTest {

  @TempDir Path directory;

  private final Random random = new Random(5);
  private Disk disk;

  @BeforeEach
  void start() {
    disk = new Disk(directory);
  }

  @AfterEach
  void stop() {
    disk.close();
  }

  private PendingBatch batch(int chain, long millis) {
    BatchId id = BatchId.next(millis, random);
    return new PendingBatch(id, new ChainId(chain), Hash.of(new byte[32]), 1, millis);
  }

  private static void put(Ledger ledger, PendingBatch batch) {
    ledger.commit(
        CommitStep.TAKEN_IN,
        page -> {
          page.putWaiting(batch);
          page.append(new AnchorEntry.Returned(batch.id(), "a test", 0));
        });
  }

  @Test
  void waiting_manyChains_areKeptApartAndInOrder() {
    try (Ledger ledger = disk.open(CommitGate.OPEN)) {
      for (int i = 0; i < 40; i++) {
        put(ledger, batch(i % 3 * 100, i));
      }
      assertThat(ledger.busyChains())
          .containsExactly(new ChainId(0), new ChainId(100), new ChainId(200));
      assertThat(ledger.waiting(new ChainId(100), 5))
          .extracting(PendingBatch::closedAtMillis)
          .containsExactly(1L, 4L, 7L, 10L, 13L);
      assertThat(ledger.waiting(new ChainId(1), 5)).isEmpty();
    }
  }

  @Test
  void commit_fromManyThreads_isAllThereInFewerWrites() {
    AtomicInteger writes = new AtomicInteger();
    CommitGate counting =
        (step, write) -> {
          writes.incrementAndGet();
          write.run();
        };
    List<PendingBatch> batches = IntStream.range(0, 200).mapToObj(i -> batch(i % 20, i)).toList();
    try (Ledger ledger = disk.open(counting)) {
      CompletableFuture.allOf(
              batches.stream()
                  .map(batch -> CompletableFuture.runAsync(() -> put(ledger, batch)))
                  .toArray(CompletableFuture<?>[]::new))
          .join();

      assertThat(ledger.anchors().end()).isEqualTo(200);
      assertThat(writes.get()).isBetween(1, 200);
    }
    try (Ledger again = disk.open(CommitGate.OPEN)) {
      assertThat(again.anchors().read(0, 300))
          .extracting(entry -> entry.value().batchId())
          .containsExactlyInAnyOrderElementsOf(batches.stream().map(PendingBatch::id).toList());
    }
  }

  @Test
  void commit_thatFailed_isTheLast() {
    CommitGate full =
        (step, write) -> {
          throw new RocksDBException("No space left on device");
        };
    try (Ledger ledger = disk.open(full)) {
      assertThatThrownBy(() -> put(ledger, batch(0, 1)))
          .isInstanceOf(LedgerException.class)
          .hasMessage("The ledger failed at step TAKEN_IN.");
      assertThatThrownBy(() -> put(ledger, batch(0, 2)))
          .isInstanceOf(LedgerException.class)
          .hasMessageContaining("takes no more steps");
      assertThat(ledger.anchors().end()).isZero();
    }
  }

  @Test
  void closed_everyUseFailsByName() {
    Ledger ledger = disk.open(CommitGate.OPEN);
    ledger.close();

    assertThatThrownBy(ledger::position).hasMessage("The ledger is closed.");
    assertThatThrownBy(ledger::refused).hasMessage("The ledger is closed.");
    assertThatThrownBy(() -> put(ledger, batch(0, 1))).hasMessageContaining("it is closed");
  }
}
