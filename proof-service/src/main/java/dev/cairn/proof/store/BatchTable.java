package dev.cairn.proof.store;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.proof.life.BatchHead;
import dev.cairn.proof.life.BatchHead.Closing;
import java.util.Optional;

/** What the gateway said of each batch. Key: {@code batchId(16)}. */
public final class BatchTable {
  private static final int LAYOUT = 1;

  private final Database database;

  BatchTable(Database database) {
    this.database = database;
  }

  public Optional<BatchHead> get(BatchId id) {
    byte[] row = database.get(Column.BATCHES, id.bytes());
    return row == null ? Optional.empty() : Optional.of(decode(id, row));
  }

  public void put(Change change, BatchHead head) {
    change.put(Column.BATCHES, head.id().bytes(), encode(head));
  }

  // tenant ‖ chain(4) ‖ openedAt(8) ‖ closed(1) [‖ closedAt(8) ‖ anchorBy(8) ‖ root(32) ‖ size(4)]
  private static byte[] encode(BatchHead head) {
    Closing closing = head.closing();
    RowWriter row =
        RowWriter.value(LAYOUT)
            .text(head.tenant())
            .int32(head.chain().value())
            .int64(head.openedAtMillis())
            .flag(closing != null);
    if (closing != null) {
      row.int64(closing.closedAtMillis())
          .int64(closing.anchorByMillis())
          .fixed(closing.root().bytes())
          .int32(closing.treeSize());
    }
    return row.done();
  }

  private static BatchHead decode(BatchId id, byte[] bytes) {
    RowReader row = RowReader.value(Column.BATCHES, bytes, LAYOUT);
    String tenant = row.text();
    ChainId chain = new ChainId(row.int32());
    long openedAt = row.int64();
    Closing closing = row.flag() ? closing(row) : null;
    row.end();
    return new BatchHead(id, tenant, chain, openedAt, closing);
  }

  private static Closing closing(RowReader row) {
    return new Closing(row.int64(), row.int64(), BatchRoot.of(row.fixed(Hash.SIZE)), row.int32());
  }
}
