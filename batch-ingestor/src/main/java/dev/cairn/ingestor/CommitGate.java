package dev.cairn.ingestor;

import org.rocksdb.RocksDBException;

/** Stands around every write of the ledger, so that a test can stop the process before or after. */
@FunctionalInterface
interface CommitGate {

  CommitGate OPEN = (step, write) -> write.run();

  void pass(CommitStep step, Write write) throws RocksDBException;

  /** One atomic, fsynced write. */
  @FunctionalInterface
  interface Write {
    void run() throws RocksDBException;
  }
}
