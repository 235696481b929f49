package dev.cairn.gateway.register;

import dev.cairn.gateway.quota.Count;
import dev.cairn.gateway.quota.UsageTotals;
import dev.cairn.gateway.store.StoreWrites;
import dev.cairn.handover.ByteReader;
import dev.cairn.handover.ByteWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The register on disk: a RocksDB of its own, because acts are rare and must not wait for, or hold
 * up, the writer of events. Rows: {@code 'a' number(8) → event of the act}, {@code 'u' tenant →
 * counts}, {@code 'd' → number of the last act whose event was accepted}. Not safe for several
 * threads: {@link Register} owns it.
 */
final class RegisterStore implements AutoCloseable {
  private static final byte ACT = 'a';
  private static final byte USAGE = 'u';
  private static final byte[] DELIVERED = {'d'};
  private static final int USAGE_VERSION = 1;

  /** A register of 10,000 devices has some 8 MB; it is read once, at the start. */
  private static final long WRITE_BUFFER_BYTES = 2L << 20;

  private static final long INFO_LOGS = 5;

  private final Path dir;
  private final StoreWrites writes;
  private final WriteOptions fsync;
  private final WriteOptions lazy;
  private @Nullable Options options;
  private @Nullable RocksDB db;

  RegisterStore(Path dir, StoreWrites writes) {
    this.dir = dir;
    this.writes = writes;
    RocksDB.loadLibrary();
    this.fsync = new WriteOptions().setSync(true);
    this.lazy = new WriteOptions();
  }

  /** Opens the store as the disk has it, also again after a failed write. */
  void reopen() throws RocksDBException, IOException {
    closeDatabase();
    Files.createDirectories(dir);
    Options fresh =
        new Options()
            .setCreateIfMissing(true)
            .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
            .setWriteBufferSize(WRITE_BUFFER_BYTES)
            .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
            .setKeepLogFileNum(INFO_LOGS)
            .setStatsDumpPeriodSec(0);
    options = fresh;
    db = RocksDB.open(fresh, dir.toString());
  }

  /** The events of acts, from that number on, in order. */
  List<byte[]> acts(long from) {
    List<byte[]> acts = new ArrayList<>();
    scan(actKey(from), ACT, (key, value) -> acts.add(value));
    return acts;
  }

  /** Together or not at all, and fsynced when the call returns. */
  void append(long firstNumber, List<byte[]> acts) throws RocksDBException {
    try (WriteBatch batch = new WriteBatch()) {
      for (int i = 0; i < acts.size(); i++) {
        batch.put(actKey(firstNumber + i), acts.get(i));
      }
      writes.write(database(), fsync, batch);
    }
  }

  private static byte[] actKey(long number) {
    return new ByteWriter().u8(ACT).i64(number).toBytes();
  }

  /** The number of the last act whose event was accepted; 0 at first. */
  long delivered() throws RocksDBException {
    byte[] row = database().get(DELIVERED);
    return row == null ? 0 : new ByteReader(row).i64();
  }

  /** Not fsynced: what is lost of it is delivered twice, and recognised as a repetition. */
  void putDelivered(long number) throws RocksDBException {
    database().put(lazy, DELIVERED, new ByteWriter().i64(number).toBytes());
  }

  Map<String, UsageTotals> usage() {
    Map<String, UsageTotals> all = new HashMap<>();
    scan(
        new byte[] {USAGE},
        USAGE,
        (key, row) ->
            all.put(new String(key, 1, key.length - 1, StandardCharsets.UTF_8), totals(row)));
    return all;
  }

  /** Not fsynced: written once a second, it survives the process but not the machine. */
  void putUsage(String tenant, UsageTotals totals) throws RocksDBException {
    byte[] name = tenant.getBytes(StandardCharsets.UTF_8);
    byte[] key = new ByteWriter().u8(USAGE).raw(name).toBytes();
    database().put(lazy, key, row(totals));
  }

  // version(1) day(8) then events(8) bytes(8) of day, month, ever; crc32c(4)
  private static byte[] row(UsageTotals totals) {
    ByteWriter out = new ByteWriter().u8(USAGE_VERSION).i64(totals.day().toEpochDay());
    for (Count count : List.of(totals.ofDay(), totals.ofMonth(), totals.ever())) {
      out.i64(count.events()).i64(count.bytes());
    }
    return out.seal();
  }

  private static UsageTotals totals(byte[] row) {
    ByteReader in = ByteReader.unseal(row);
    if (in.u8() != USAGE_VERSION) {
      throw new IllegalStateException("The counts of a tenant are not of format version 1.");
    }
    LocalDate day = LocalDate.ofEpochDay(in.i64());
    UsageTotals totals = new UsageTotals(day, count(in), count(in), count(in));
    in.end();
    return totals;
  }

  private static Count count(ByteReader in) {
    return new Count(in.i64(), in.i64());
  }

  private void scan(byte[] from, byte kind, BiConsumer<byte[], byte[]> visitor) {
    try (RocksIterator rows = database().newIterator()) {
      for (rows.seek(from); rows.isValid() && rows.key()[0] == kind; rows.next()) {
        visitor.accept(rows.key(), rows.value());
      }
      rows.status();
    } catch (RocksDBException e) {
      throw new IllegalStateException("The register in " + dir + " can't be read.", e);
    }
  }

  private RocksDB database() {
    return Objects.requireNonNull(db, "The register is used while it is closed.");
  }

  private void closeDatabase() {
    if (db != null) {
      db.close();
      db = null;
    }
    if (options != null) {
      options.close();
      options = null;
    }
  }

  @Override
  public void close() {
    closeDatabase();
    fsync.close();
    lazy.close();
  }
}
