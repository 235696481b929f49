package dev.cairn.chainweb;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Little endian integers of fixed size, as the protocol writes them. */
public final class LittleEndian {

  private LittleEndian() {}

  public static byte[] le32(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  public static byte[] le64(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
