package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.AnchorEntryCodec;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import dev.cairn.handover.Journal;
import dev.cairn.handover.RocksJournal;
import dev.cairn.ingestor.LedgerFiles.Family;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.rocksdb.Env;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

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

  private static final byte[] POSITION = "position".getBytes(StandardCharsets.UTF_8);

  private final LedgerFiles files;
  private final CommitGate gate;
  private final RocksJournal<AnchorEntry> anchors;

  /** Steps in the order in which they came; drained under the lock of {@code this}. */
  private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();

  /** Why no more steps are taken. Guarded by {@code this}. */
  private @Nullable String broken;

  private Ledger(LedgerFiles files, CommitGate gate) {
    this.files = files;
    this.gate = gate;
    this.anchors =
        new RocksJournal<>(
            "anchors", files.db(), files.handle(Family.ANCHORS), new AnchorEntryCodec());
  }

  /** Opens, or makes, the ledger of a directory on disk. */
  static Ledger open(Path directory) {
    RocksDB.loadLibrary();
    return open(directory, Env.getDefault(), CommitGate.OPEN);
  }

  /** The same on other files than those of the disk; tests need no fsync. */
  static Ledger open(Path directory, Env env, CommitGate gate) {
    try {
      Files.createDirectories(directory);
      return new Ledger(new LedgerFiles(directory, env), gate);
    } catch (IOException | RocksDBException e) {
      throw new LedgerException("The ledger in " + directory + " can't be opened.", e);
    }
  }

  /** How the batches came along; for the rooms after this one. */
  Journal<AnchorEntry> anchors() {
    return anchors;
  }

  /** Position of the last entry of the gateway's journal that was taken in. */
  long position() {
    return files.get(Family.DEFAULT, POSITION).map(row -> new ByteReader(row).i64()).orElse(0L);
  }

  /** The oldest waiting batches of a chain. */
  List<PendingBatch> waiting(ChainId chain, int max) {
    return files.scan(Family.WAITING, LedgerRows.prefix(chain), max, LedgerRows::decodeBatch);
  }

  /** The transactions of a chain that are under way. */
  List<Submission> submissions(ChainId chain) {
    return files.scan(
        Family.SUBMISSIONS,
        LedgerRows.prefix(chain),
        Integer.MAX_VALUE,
        LedgerRows::decodeSubmission);
  }

  /** Batches that the chain holds under another claim. */
  List<PendingBatch> refused() {
    return files.scan(Family.REFUSED, new byte[0], Integer.MAX_VALUE, LedgerRows::decodeBatch);
  }

  /** Chains with waiting batches or transactions under way. */
  SortedSet<ChainId> busyChains() {
    SortedSet<ChainId> chains = new TreeSet<>();
    collectChains(Family.WAITING, chains);
    collectChains(Family.SUBMISSIONS, chains);
    return chains;
  }

  private void collectChains(Family family, SortedSet<ChainId> chains) {
    Optional<byte[]> key = files.firstKey(family, new byte[0]);
    while (key.isPresent()) {
      ChainId chain = LedgerRows.chainOfKey(key.get());
      chains.add(chain);
      key = files.firstKey(family, LedgerRows.prefix(new ChainId(chain.value() + 1)));
    }
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
      gate.pass(step, () -> files.write(page.rows));
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
      rows.put(files.handle(Family.DEFAULT), POSITION, new ByteWriter().i64(position).toBytes());
    }

    void putWaiting(PendingBatch batch) throws RocksDBException {
      rows.put(files.handle(Family.WAITING), LedgerRows.key(batch), LedgerRows.encode(batch));
    }

    void removeWaiting(PendingBatch batch) throws RocksDBException {
      rows.delete(files.handle(Family.WAITING), LedgerRows.key(batch));
    }

    void put(Submission submission) throws RocksDBException {
      rows.put(
          files.handle(Family.SUBMISSIONS),
          LedgerRows.key(submission),
          LedgerRows.encode(submission));
    }

    void remove(Submission submission) throws RocksDBException {
      rows.delete(files.handle(Family.SUBMISSIONS), LedgerRows.key(submission));
    }

    void putRefused(PendingBatch batch) throws RocksDBException {
      rows.put(files.handle(Family.REFUSED), LedgerRows.key(batch), LedgerRows.encode(batch));
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
    files.close();
  }
}
