package dev.cairn.gateway.store;

import dev.cairn.evidence.batch.BatchId;
import java.util.function.Consumer;

/**
 * Goes round the idempotency keys in small steps and finds those that are too old. A round through
 * n keys takes n/2 new ones, so the table holds at most half as many again as it has to. An idle
 * gateway does not sweep. For the writer's thread only.
 */
final class Sweep {

  /** Keys looked at per new one. */
  private static final int LOOKS_PER_KEY = 2;

  /** A step is worth its iterator from so many keys on. */
  private static final int STEP = 256;

  private final Rows rows;
  private int allowance;
  private byte[] next = {};

  Sweep(Rows rows) {
    this.rows = rows;
  }

  void go(int added, long before, Consumer<byte[]> expired) {
    allowance += added * LOOKS_PER_KEY;
    if (allowance < STEP) {
      return;
    }
    next =
        rows.step(
            Table.IDEMPOTENCY,
            next,
            allowance,
            (key, row) -> {
              BatchId batch = Placement.of(row).batchId();
              if (batch.unixMillis() < before) {
                expired.accept(key);
              }
            });
    allowance = 0;
  }
}
