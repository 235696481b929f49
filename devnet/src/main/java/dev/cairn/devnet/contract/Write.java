package dev.cairn.devnet.contract;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One row that a run has written.
 *
 * @param domain table, such as {@code coin_coin-table}
 * @param row stored bytes of the row
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Write(String domain, String key, byte[] row) {

  /** The row's name among all rows of its chain: domain ‖ 0 ‖ key. */
  public byte[] name() {
    byte[] table = domain.getBytes(StandardCharsets.UTF_8);
    byte[] name = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(table.length + 1 + name.length)
        .put(table)
        .put((byte) 0)
        .put(name)
        .array();
  }

  /** Reads a name back. */
  public static Write named(byte[] name, byte[] row) {
    String text = new String(name, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return new Write(text.substring(0, end), text.substring(end + 1), row);
  }
}
