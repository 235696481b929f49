package dev.cairn.gateway;

import dev.cairn.gateway.store.StoreWrites;
import java.util.concurrent.atomic.AtomicInteger;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** A disk that fails on command, in both ways in which a disk can fail. */
public final class FaultyDisk implements StoreWrites {

  /** How a write fails. */
  public enum Fault {
    NONE,
    /** Nothing was written. */
    NOT_DONE,
    /** Everything was written, and the caller is told that it failed. */
    DONE_BUT_REPORTED_FAILED
  }

  private volatile Fault fault = Fault.NONE;
  private final AtomicInteger times = new AtomicInteger();
  private final AtomicInteger writes = new AtomicInteger();

  /** The next writes fail like this. */
  public void fail(Fault kind, int writes) {
    times.set(writes);
    fault = kind;
  }

  public void heal() {
    fault = Fault.NONE;
  }

  /** How many writes came, whatever became of them. */
  public int writes() {
    return writes.get();
  }

  @Override
  public void write(RocksDB db, WriteOptions options, WriteBatch batch) throws RocksDBException {
    writes.incrementAndGet();
    Fault now = times.get() > 0 ? fault : Fault.NONE;
    if (now != Fault.NOT_DONE) {
      db.write(options, batch);
    }
    if (now != Fault.NONE) {
      times.decrementAndGet();
      throw new RocksDBException("IO error: injected, " + now);
    }
  }
}
