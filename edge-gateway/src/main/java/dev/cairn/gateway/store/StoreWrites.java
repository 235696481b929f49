package dev.cairn.gateway.store;

import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * The port through which every commit reaches the disk. Production is {@code RocksDB::write}; tests
 * put faults here. Called by the writer's thread only.
 */
@FunctionalInterface
public interface StoreWrites {

  /** Durable when the call returns. When it throws, the write may or may not have been done. */
  void write(RocksDB db, WriteOptions options, WriteBatch batch) throws RocksDBException;
}
