package dev.cairn.proof.store;

import dev.cairn.evidence.batch.BatchId;
import java.util.Optional;

/**
 * The proofs. Key: {@code batchId(16)}. A proof's two pins, its block and its last confirmation,
 * come and go with it.
 */
public final class ProofTable {
  private static final int LAYOUT = 1;

  private final Database database;

  ProofTable(Database database) {
    this.database = database;
  }

  public Optional<StoredProof> get(BatchId batch) {
    byte[] row = database.get(Column.PROOFS, batch.bytes());
    return row == null ? Optional.empty() : Optional.of(decode(row));
  }

  public void put(Change change, BatchId batch, StoredProof proof) {
    change.put(Column.PROOFS, batch.bytes(), encode(proof));
    change.put(Column.PINS, PinTable.key(proof.block(), batch));
    change.put(Column.PINS, PinTable.key(proof.last(), batch));
  }

  public void delete(Change change, BatchId batch, StoredProof proof) {
    change.delete(Column.PROOFS, batch.bytes());
    change.delete(Column.PINS, PinTable.key(proof.block(), batch));
    change.delete(Column.PINS, PinTable.key(proof.last(), batch));
  }

  // provedAt(8) ‖ anchor
  private static byte[] encode(StoredProof proof) {
    RowWriter row = RowWriter.value(LAYOUT).int64(proof.provedAtMillis());
    AnchorRow.write(row, proof.anchor());
    return row.done();
  }

  private static StoredProof decode(byte[] bytes) {
    RowReader row = RowReader.value(Column.PROOFS, bytes, LAYOUT);
    long provedAt = row.int64();
    StoredProof proof = new StoredProof(AnchorRow.read(row), provedAt);
    row.end();
    return proof;
  }
}
