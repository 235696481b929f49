package dev.cairn.proof.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.proof.life.BatchHead;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All batches by tenant and opening time. Key: {@code tenant length(4) ‖ tenant ‖ openedAt(8) ‖
 * batchId(16)}. A row never moves, so paging by the last row seen neither repeats nor skips.
 */
public final class CatalogTable {
  private final Database database;

  CatalogTable(Database database) {
    this.database = database;
  }

  /** What a page may hold: opening times from (inclusive) to (exclusive), at most limit rows. */
  public record Range(String tenant, long fromMillis, long toMillis, int limit) {}

  /** The batches of a range in order, after the given one if there is one. */
  public List<BatchId> page(Range range, Optional<BatchHead> after) {
    byte[] tenant = tenantPrefix(range.tenant());
    byte[] first = key(range.tenant(), range.fromMillis(), new byte[BatchId.BYTES]);
    byte[] previous = after.map(CatalogTable::key).orElse(first);
    byte[] start = Arrays.compareUnsigned(previous, first) > 0 ? previous : first;
    List<BatchId> page = new ArrayList<>();
    database.scan(
        Column.CATALOG,
        start,
        (key, nothing) -> {
          RowReader row = RowReader.key(Column.CATALOG, key);
          if (!Arrays.equals(row.fixed(Math.min(tenant.length, key.length)), tenant)
              || row.int64() >= range.toMillis()) {
            return false;
          }
          if (after.isEmpty() || !Arrays.equals(key, previous)) {
            page.add(BatchId.of(row.fixed(BatchId.BYTES)));
          }
          return page.size() < range.limit();
        });
    return page;
  }

  public void put(Change change, BatchHead head) {
    change.put(Column.CATALOG, key(head));
  }

  private static byte[] key(BatchHead head) {
    return key(head.tenant(), head.openedAtMillis(), head.id().bytes());
  }

  // Times are never negative, so that their bytes sort as they do.
  private static byte[] key(String tenant, long openedAt, byte[] batch) {
    return RowWriter.key().fixed(tenantPrefix(tenant)).int64(openedAt).fixed(batch).done();
  }

  private static byte[] tenantPrefix(String tenant) {
    return RowWriter.key().bytes(tenant.getBytes(StandardCharsets.UTF_8)).done();
  }
}
