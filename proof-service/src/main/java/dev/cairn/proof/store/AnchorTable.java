package dev.cairn.proof.store;

import dev.cairn.evidence.batch.BatchId;
import dev.cairn.proof.life.AnchorStanding;
import dev.cairn.proof.life.AnchorStanding.Mining;
import dev.cairn.proof.life.AnchorStanding.Setback;
import dev.cairn.proof.life.AnchorStanding.Submission;
import dev.cairn.proof.life.BlockPlace;

/** What the ingestor said of each batch. Key: {@code batchId(16)}. */
public final class AnchorTable {
  private static final int LAYOUT = 1;

  private final Database database;

  AnchorTable(Database database) {
    this.database = database;
  }

  /** The standing; {@link AnchorStanding#NONE} of a batch that the ingestor has not named. */
  public AnchorStanding get(BatchId id) {
    byte[] row = database.get(Column.ANCHORS, id.bytes());
    return row == null ? AnchorStanding.NONE : decode(row);
  }

  public void put(Change change, BatchId id, AnchorStanding standing) {
    change.put(Column.ANCHORS, id.bytes(), encode(standing));
  }

  // has(1) [requestKey ‖ attempt(4) ‖ at(8)]
  // ‖ has(1) [requestKey ‖ block(44) ‖ at(8) ‖ final(1) [finalAt(8)]]
  // ‖ setbacks(4) ‖ [reason ‖ at(8)]
  private static byte[] encode(AnchorStanding standing) {
    RowWriter row = RowWriter.value(LAYOUT);
    Submission submission = standing.submission();
    row.flag(submission != null);
    if (submission != null) {
      row.text(submission.requestKey()).int32(submission.attempt()).int64(submission.atMillis());
    }
    Mining mining = standing.mining();
    row.flag(mining != null);
    if (mining != null) {
      encodeMining(row, mining);
    }
    Setback setback = standing.setback();
    row.int32(standing.setbacks());
    if (setback != null) {
      row.text(setback.reason()).int64(setback.atMillis());
    }
    return row.done();
  }

  private static void encodeMining(RowWriter row, Mining mining) {
    Long finalAt = mining.finalAtMillis();
    row.text(mining.requestKey());
    BlockRow.write(row, mining.block());
    row.int64(mining.atMillis()).flag(finalAt != null);
    if (finalAt != null) {
      row.int64(finalAt);
    }
  }

  private static AnchorStanding decode(byte[] bytes) {
    RowReader row = RowReader.value(Column.ANCHORS, bytes, LAYOUT);
    Submission submission =
        row.flag() ? new Submission(row.text(), row.int32(), row.int64()) : null;
    Mining mining = row.flag() ? decodeMining(row) : null;
    int setbacks = row.int32();
    Setback setback = setbacks > 0 ? new Setback(row.text(), row.int64()) : null;
    row.end();
    return new AnchorStanding(submission, mining, setbacks, setback);
  }

  private static Mining decodeMining(RowReader row) {
    String requestKey = row.text();
    BlockPlace block = BlockRow.read(row);
    long minedAt = row.int64();
    return new Mining(requestKey, block, minedAt, row.flag() ? row.int64() : null);
  }
}
