package dev.cairn.ingestor;

import org.rocksdb.RocksDBException;

/** Stops the process, so to speak, at the commit with a given number. */
final class Kill implements CommitGate {

  /** What a killed process throws; nothing in the ingestor catches it. */
  static final class Killed extends Error {
    Killed(CommitStep step) {
      super("killed at " + step);
    }
  }

  private final int at;
  private final Variant variant;
  private int commits;

  Kill(int at, Variant variant) {
    this.at = at;
    this.variant = variant;
  }

  static Kill never() {
    return new Kill(-1, Variant.NOT_DONE);
  }

  int commits() {
    return commits;
  }

  @Override
  public void pass(CommitStep step, Write write) throws RocksDBException {
    commits++;
    if (commits == at && variant == Variant.NOT_DONE) {
      throw new Killed(step);
    }
    write.run();
    if (commits == at) {
      throw new Killed(step);
    }
  }
}
