package dev.cairn.ingestor;

import java.nio.file.Path;
import org.rocksdb.Env;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksMemEnv;

/** Files in memory that outlive the processes of a test, as a disk does. */
final class Disk implements AutoCloseable {

  private final Path directory;
  private final Env files;

  Disk(Path directory) {
    RocksDB.loadLibrary();
    this.directory = directory;
    this.files = new RocksMemEnv(Env.getDefault());
  }

  Ledger open(CommitGate gate) {
    return Ledger.open(directory, files, gate);
  }

  @Override
  public void close() {
    files.close();
  }
}
