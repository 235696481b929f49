package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.AnchorEntryCodec;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.Journal;
import dev.cairn.handover.RocksJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Env;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * What the ingestor must not forget, in a RocksDB: how far it has read, the batches that wait, the
 * signed transactions under way, the batches that were refused, and the journal for the rooms after
 * it.
 *
 * <p>Each step is one atomic write, on disk (fsync) when the call returns. All methods may be
 * called from any thread; steps are done one after the other. After a step that threw, the ledger
 * takes no more steps: only a reopened one knows whether it was done.
 */
final class Ledger implements AutoCloseable {

  /** Small, so that deleted rows leave the way of scans soon; rows are a few hundred bytes. */
  private static final long WRITE_BUFFER_BYTES = 4L << 20;

  /** Bounds the time of a start after a crash. */
  private static final long MAX_WAL_BYTES = 32L << 20;

  private static final byte[] POSITION = "position".getBytes(StandardCharsets.UTF_8);

  private static final List<String> FAMILIES =
      List.of("default", "waiting", "submissions", "refused", "anchors");

  private final DBOptions options;
  private final ColumnFamilyOptions familyOptions;
  private final WriteOptions synced;
  private final List<ColumnFamilyHandle> families;
  private final RocksDB db;
  private final CommitGate gate;
  private final RocksJournal<AnchorEntry> anchors;

  /** Steps in the order in which they came; drained under the lock of {@code this}. */
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

  /** Why no more steps are taken. Guarded by {@code this}. */
  private @Nullable String broken;

  private Ledger(Path directory, Env files, CommitGate gate) throws RocksDBException {
    this.gate = gate;
    this.options =
        new DBOptions()
            .setEnv(files)
            .setCreateIfMissing(true)
            .setCreateMissingColumnFamilies(true)
            .setMaxTotalWalSize(MAX_WAL_BYTES);
    this.familyOptions = new ColumnFamilyOptions().setWriteBufferSize(WRITE_BUFFER_BYTES);
    this.synced = new WriteOptions().setSync(true);
    this.families = new ArrayList<>();
    this.db = RocksDB.open(options, directory.toString(), descriptors(), families);
    this.anchors = new RocksJournal<>("anchors", db, families.get(4), new AnchorEntryCodec());
  }

  /** Opens, or makes, the ledger of a directory on disk. */
  static Ledger open(Path directory) {
    RocksDB.loadLibrary();
    return open(directory, Env.getDefault(), CommitGate.OPEN);
  }

  /** The same on other files than those of the disk; tests need no fsync. */
  static Ledger open(Path directory, Env files, CommitGate gate) {
    try {
      Files.createDirectories(directory);
      return new Ledger(directory, files, gate);
    } catch (IOException | RocksDBException e) {
      throw new LedgerException("The ledger in " + directory + " can't be opened.", e);
    }
  }

  private List<ColumnFamilyDescriptor> descriptors() {
    return FAMILIES.stream()
        .map(name -> name.getBytes(StandardCharsets.UTF_8))
        .map(name -> new ColumnFamilyDescriptor(name, familyOptions))
        .toList();
  }

  /** How the batches came along; for the rooms after this one. */
  Journal<AnchorEntry> anchors() {
    return anchors;
  }

  /** Position of the last entry of the gateway's journal that was taken in. */
  long position() {
    try {
      byte[] stored = db.get(families.get(0), POSITION);
      return stored == null ? 0 : new ByteReader(stored).i64();
    } catch (RocksDBException e) {
      throw new LedgerException("The position can't be read.", e);
    }
  }

  /** The oldest waiting batches of a chain. */
  List<PendingBatch> waiting(ChainId chain, int max) {
    return scan(families.get(1), LedgerRows.prefix(chain), max, LedgerRows::decodeBatch);
  }

  /** The transactions of a chain that are under way. */
  List<Submission> submissions(ChainId chain) {
    return scan(
        families.get(2), LedgerRows.prefix(chain), Integer.MAX_VALUE, LedgerRows::decodeSubmission);
  }

  /** Batches that the chain holds under another claim. */
  List<PendingBatch> refused() {
    return scan(families.get(3), new byte[0], Integer.MAX_VALUE, LedgerRows::decodeBatch);
  }

  /** Chains with waiting batches or transactions under way. */
  SortedSet<ChainId> busyChains() {
    SortedSet<ChainId> chains = new TreeSet<>();
    for (ColumnFamilyHandle family : families.subList(1, 3)) {
      collectChains(family, chains);
    }
    return chains;
  }

  private void collectChains(ColumnFamilyHandle family, SortedSet<ChainId> chains) {
    try (RocksIterator rows = db.newIterator(family)) {
      rows.seekToFirst();
      while (rows.isValid()) {
        ChainId chain = LedgerRows.chainOfKey(rows.key());
        chains.add(chain);
        rows.seek(LedgerRows.prefix(new ChainId(chain.value() + 1)));
      }
      rows.status();
    } catch (RocksDBException e) {
      throw new LedgerException("The ledger can't be read.", e);
    }
  }

  private <T> List<T> scan(
      ColumnFamilyHandle family, byte[] prefix, int max, Function<byte[], T> decode) {
    List<T> found = new ArrayList<>();
    try (RocksIterator rows = db.newIterator(family)) {
      rows.seek(prefix);
      while (rows.isValid() && found.size() < max && startsWith(rows.key(), prefix)) {
        found.add(decode.apply(rows.value()));
        rows.next();
      }
      rows.status();
      return found;
    } catch (RocksDBException e) {
      throw new LedgerException("The ledger can't be read.", e);
    }
  }

  private static boolean startsWith(byte[] key, byte[] prefix) {
    return Arrays.mismatch(key, prefix) == prefix.length || Arrays.equals(key, prefix);
  }

  /**
   * Does one step: all of its changes, or none. Steps that come while a write is under way share
   * the next one, so that twenty chains wait for two fsyncs rather than for twenty.
   */
  void commit(CommitStep step, Changes changes) {
    Pending mine = new Pending(step, changes);
    pending.add(mine);
    synchronized (this) {
      if (!mine.done) {
        writePending();
      }
    }
  }

  private void writePending() {
    if (broken != null) {
      throw new LedgerException("The ledger takes no more steps: " + broken);
    }
    List<Pending> group = new ArrayList<>();
    for (Pending next = pending.poll(); next != null; next = pending.poll()) {
      group.add(next);
    }
    CommitStep step = group.get(0).step;
    broken = "step " + step + " failed";
    try (Page page = new Page()) {
      for (Pending each : group) {
        each.changes.writeTo(page);
      }
      gate.pass(step, () -> db.write(synced, page.rows));
    } catch (RocksDBException e) {
      throw new LedgerException("The ledger failed at step " + step + ".", e);
    }
    broken = null;
    group.forEach(each -> each.done = true);
    anchors.published();
  }

  /** A step that waits to be written. */
  private static final class Pending {
    private final CommitStep step;
    private final Changes changes;

    /** Guarded by the ledger. */
    private boolean done;

    private Pending(CommitStep step, Changes changes) {
      this.step = step;
      this.changes = changes;
    }
  }

  /** What one step changes. */
  @FunctionalInterface
  interface Changes {
    void writeTo(Page page) throws RocksDBException;
  }

  /** The changes of one step, in the words of the ledger. */
  final class Page implements AutoCloseable {

    private final WriteBatch rows = new WriteBatch();

    private Page() {}

    void position(long position) throws RocksDBException {
      rows.put(families.get(0), POSITION, new ByteWriter().i64(position).toBytes());
    }

    void putWaiting(PendingBatch batch) throws RocksDBException {
      rows.put(families.get(1), LedgerRows.key(batch), LedgerRows.encode(batch));
    }

    void removeWaiting(PendingBatch batch) throws RocksDBException {
      rows.delete(families.get(1), LedgerRows.key(batch));
    }

    void put(Submission submission) throws RocksDBException {
      rows.put(families.get(2), LedgerRows.key(submission), LedgerRows.encode(submission));
    }

    void remove(Submission submission) throws RocksDBException {
      rows.delete(families.get(2), LedgerRows.key(submission));
    }

    void putRefused(PendingBatch batch) throws RocksDBException {
      rows.put(families.get(3), LedgerRows.key(batch), LedgerRows.encode(batch));
    }

    void append(AnchorEntry entry) throws RocksDBException {
      anchors.append(rows, entry);
    }

    @Override
    public void close() {
      rows.close();
    }
  }

  @Override
  public synchronized void close() {
    broken = "it is closed";
    anchors.close();
    families.forEach(ColumnFamilyHandle::close);
    db.close();
    synced.close();
    familyOptions.close();
    options.close();
  }
}
