package dev.cairn.proof.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link RowWriter} wrote; a row that is short or long is a {@link StoreFailure}. */
final class RowReader {
  private final Column column;
  private final ByteBuffer row;

  private RowReader(Column column, byte[] row) {
    this.column = column;
    this.row = ByteBuffer.wrap(row);
  }

  static RowReader value(Column column, byte[] row, int version) {
    RowReader reader = new RowReader(column, row);
    int found = reader.int8();
    if (found != version) {
      throw reader.broken("has layout " + found + ", this version reads " + version);
    }
    return reader;
  }

  static RowReader key(Column column, byte[] key) {
    return new RowReader(column, key);
  }

  int int8() {
    return need(1).get();
  }

  int int32() {
    return need(Integer.BYTES).getInt();
  }

  long int64() {
    return need(Long.BYTES).getLong();
  }

  boolean flag() {
    return int8() != 0;
  }

  byte[] fixed(int length) {
    byte[] value = new byte[length];
    need(length).get(value);
    return value;
  }

  byte[] bytes() {
    int length = int32();
    if (length < 0) {
      throw broken("has a negative length");
    }
    need(length);
    return fixed(length);
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** Refuses a row with bytes left over. */
  void end() {
    if (row.hasRemaining()) {
      throw broken("has " + row.remaining() + " bytes too many");
    }
  }

  private ByteBuffer need(int length) {
    if (row.remaining() < length) {
      throw broken("ends too early");
    }
    return row;
  }

  private StoreFailure broken(String what) {
    return new StoreFailure("A row of " + column + " " + what + ".");
  }
}
