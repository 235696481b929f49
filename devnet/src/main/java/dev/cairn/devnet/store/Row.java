package dev.cairn.devnet.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A row of a chain's contracts as a block leaves it.
 *
 * @param domain table, such as {@code coin_coin-table}
 */
@SuppressWarnings("ArrayRecordComponent") // passes from the writer to the store, never compared
public record Row(String domain, String key, byte[] bytes) {

  // domain ‖ 0 ‖ key: no domain holds a zero, so rows of one domain lie side by side.
  byte[] name() {
    return name(domain, key);
  }

  static byte[] name(String domain, String key) {
    byte[] table = domain.getBytes(StandardCharsets.UTF_8);
    byte[] row = key.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(table.length + 1 + row.length)
        .put(table)
        .put((byte) 0)
        .put(row)
        .array();
  }
}
