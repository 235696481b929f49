package dev.cairn.proof.store;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.evidence.batch.BatchId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The blocks that stored proofs rest on, by creation time. Key: {@code time(8) ‖ chain(4) ‖
 * height(8) ‖ hash(32) ‖ batchId(16)}: one row per block and proof, so that a block stays pinned
 * until the last proof that needs it is gone, and rows of one block are neighbours.
 */
public final class PinTable {
  private final Database database;

  PinTable(Database database) {
    this.database = database;
  }

  /** Up to {@code limit} pins in order, each block once: from a time on, or after a pin. */
  public List<Pin> page(BlockTime since, Optional<Pin> after, int limit) {
    List<Pin> page = new ArrayList<>();
    byte[] start =
        after
            .map(PinTable::beyond)
            .orElseGet(() -> RowWriter.key().int64(Math.max(0, since.micros())).done());
    database.scan(
        Column.PINS,
        start,
        (key, nothing) -> {
          Pin pin = read(RowReader.key(Column.PINS, key));
          if (page.isEmpty() || !page.get(page.size() - 1).equals(pin)) {
            page.add(pin);
          }
          return page.size() < limit;
        });
    return page;
  }

  /** Whether a stored proof rests on the block. */
  public boolean contains(Pin pin) {
    AtomicBoolean found = new AtomicBoolean();
    database.scan(
        Column.PINS,
        prefix(pin).done(),
        (key, nothing) -> {
          found.set(read(RowReader.key(Column.PINS, key)).equals(pin));
          return false;
        });
    return found.get();
  }

  static byte[] key(Pin pin, BatchId batch) {
    return prefix(pin).fixed(batch.bytes()).done();
  }

  // After every row of the pin: no batch id, a UUID of version 7, is all ones.
  private static byte[] beyond(Pin pin) {
    byte[] ones = new byte[BatchId.BYTES];
    Arrays.fill(ones, (byte) 0xff);
    return prefix(pin).fixed(ones).done();
  }

  private static RowWriter prefix(Pin pin) {
    RowWriter key = RowWriter.key();
    write(key, pin);
    return key;
  }

  static void write(RowWriter row, Pin pin) {
    row.int64(pin.time().micros());
    BlockRow.write(row, pin.block());
  }

  static Pin read(RowReader row) {
    return new Pin(new BlockTime(row.int64()), BlockRow.read(row));
  }
}
