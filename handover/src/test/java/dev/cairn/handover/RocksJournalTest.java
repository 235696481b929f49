package dev.cairn.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.handover.Journal.Entry;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

class RocksJournalTest {

  private static final Random RANDOM = new Random(7);

  @TempDir Path dir;
  private RocksDB db;
  private RocksJournal<BatchEntry> journal;

  @BeforeEach
  void open() throws RocksDBException {
    db = RocksDB.open(dir.toString());
    journal =
        new RocksJournal<>("batches", db, db.getDefaultColumnFamily(), BatchEntryCodec.whole());
  }

  @AfterEach
  void close() {
    journal.close();
    db.close();
  }

  @Test
  void entry_isInvisibleUntilPublished() throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      assertThat(journal.append(batch, opened(1))).isEqualTo(1);
      write(batch);
    }
    assertThat(journal.end()).isZero();
    assertThat(journal.read(0, 10)).isEmpty();

    journal.published();
    assertThat(journal.end()).isEqualTo(1);
    assertThat(journal.read(0, 10)).hasSize(1);
  }

  @Test
  void positions_goOnAfterReopening() throws RocksDBException {
    BatchEntry first = append(opened(1));
    BatchEntry second = append(opened(2));
    close();
    open();
    BatchEntry third = append(opened(3));

    assertThat(journal.read(0, 9))
        .containsExactly(new Entry<>(1, first), new Entry<>(2, second), new Entry<>(3, third));
    assertThat(journal.read(1, 1)).containsExactly(new Entry<>(2, second));
    assertThat(journal.read(3, 1)).isEmpty();
    assertThat(journal.read(300, 1)).isEmpty();
  }

  @Test
  void discardedEntry_leavesNoGap() throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      journal.append(batch, opened(1));
      journal.discarded();
    }
    BatchEntry kept = append(opened(2));
    assertThat(journal.read(0, 9)).containsExactly(new Entry<>(1, kept));
  }

  @Test
  void listener_isCalledWhenEntriesAreVisible_untilItsHandleIsClosed() throws RocksDBException {
    AtomicInteger seen = new AtomicInteger();
    Journal.Subscription subscription = journal.onAppend(() -> seen.set((int) journal.end()));
    append(opened(1));
    append(opened(2));
    assertThat(seen).hasValue(2);

    subscription.close();
    append(opened(3));
    assertThat(seen).hasValue(2);
  }

  @Test
  void tornEntry_isNamed() throws RocksDBException {
    append(opened(1));
    append(opened(2));
    db.put(key(2), new byte[] {1, 1, 0});

    assertThat(journal.read(0, 1)).hasSize(1);
    assertThatThrownBy(() -> journal.read(0, 2))
        .isInstanceOf(CorruptEntryException.class)
        .hasMessageStartingWith("Entry 2 of journal batches can't be read: It is torn");
  }

  @Test
  void missingEntry_isNamed() throws RocksDBException {
    append(opened(1));
    append(opened(2));
    db.delete(key(1));
    assertThatThrownBy(() -> journal.read(0, 2))
        .isInstanceOf(CorruptEntryException.class)
        .hasMessage("Entry 1 of journal batches is missing: 2 comes instead.");

    db.delete(key(2));
    assertThatThrownBy(() -> journal.read(1, 1))
        .hasMessage("Entry 2 of journal batches is missing: the journal ends before it.");
  }

  @Test
  void closedJournal_refusesReaders() {
    journal.close();
    assertThatThrownBy(() -> journal.read(0, 1)).isInstanceOf(JournalUnavailableException.class);
  }

  @Test
  void impossibleRange_isRefused() {
    assertThatThrownBy(() -> journal.read(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> journal.read(0, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void memoryJournal_answersTheSame() throws RocksDBException {
    MemoryJournal<BatchEntry> memory = new MemoryJournal<>();
    for (int i = 1; i <= 5; i++) {
      memory.append(append(opened(i)));
    }
    for (long after = 0; after < 7; after++) {
      for (int max = 1; max < 7; max++) {
        List<Entry<BatchEntry>> expected = journal.read(after, max);
        assertThat(memory.read(after, max)).isEqualTo(expected);
      }
    }
    assertThat(memory.end()).isEqualTo(journal.end());
  }

  private BatchEntry append(BatchEntry entry) throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      journal.append(batch, entry);
      write(batch);
    }
    journal.published();
    return entry;
  }

  private void write(WriteBatch batch) throws RocksDBException {
    try (WriteOptions options = new WriteOptions().setSync(true)) {
      db.write(options, batch);
    }
  }

  private static BatchEntry opened(long millis) {
    return new BatchEntry.Opened(BatchId.next(millis, RANDOM), "default", 0, millis);
  }

  private static byte[] key(long position) {
    return ByteBuffer.allocate(Long.BYTES).putLong(position).array();
  }
}
