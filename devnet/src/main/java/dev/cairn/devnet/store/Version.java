package dev.cairn.devnet.store;

import java.nio.ByteBuffer;

/**
 * A row as one block left it.
 *
 * @param number of the block that wrote it
 * @param previous number of the version that it replaced; {@link #NO_NUMBER} if it was the first
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record Version(long number, long previous, byte[] bytes) {

  /** Stands for the version before the first. */
  static final long NO_NUMBER = -1;

  private static final int PREFIX_BYTES = 2 * Long.BYTES;

  // BE64(number) ‖ BE64(previous) ‖ row
  byte[] encode() {
    return ByteBuffer.allocate(PREFIX_BYTES + bytes.length)
        .putLong(number)
        .putLong(previous)
        .put(bytes)
        .array();
  }

  static Version decode(byte[] encoded) {
    ByteBuffer in = ByteBuffer.wrap(encoded);
    long number = in.getLong();
    long previous = in.getLong();
    byte[] row = new byte[in.remaining()];
    in.get(row);
    return new Version(number, previous, row);
  }
}
