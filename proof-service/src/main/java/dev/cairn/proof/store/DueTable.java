package dev.cairn.proof.store;

import dev.cairn.evidence.batch.BatchId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The batches that are final and have no proof. Key: {@code batchId(16)}; value: the position of
 * the journal entry that made the batch final, by which a proof of an older finality is told.
 */
public final class DueTable {
  private final Database database;

  DueTable(Database database) {
    this.database = database;
  }

  /** A batch that waits for its proof. */
  public record Due(BatchId batch, long finality) {}

  public OptionalLong get(BatchId batch) {
    byte[] row = database.get(Column.DUE, batch.bytes());
    return row == null ? OptionalLong.empty() : OptionalLong.of(decode(row));
  }

  /** All of them; there are as many as became final while no node could be asked. */
  public List<Due> all() {
    List<Due> all = new ArrayList<>();
    database.scan(
        Column.DUE, new byte[0], (key, value) -> all.add(new Due(BatchId.of(key), decode(value))));
    return all;
  }

  public void put(Change change, Due due) {
    change.put(Column.DUE, due.batch().bytes(), RowWriter.key().int64(due.finality()).done());
  }

  public void delete(Change change, BatchId batch) {
    change.delete(Column.DUE, batch.bytes());
  }

  private static long decode(byte[] bytes) {
    RowReader row = RowReader.key(Column.DUE, bytes);
    long finality = row.int64();
    row.end();
    return finality;
  }
}
