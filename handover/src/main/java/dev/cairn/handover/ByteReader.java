package dev.cairn.handover;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/**
 * Reads what {@link ByteWriter} wrote, and refuses anything else with {@link
 * MalformedEntryException}. Not shared.
 */
public final class ByteReader {

  private final ByteBuffer buffer;

  public ByteReader(byte[] bytes) {
    this(ByteBuffer.wrap(bytes));
  }

  private ByteReader(ByteBuffer buffer) {
    this.buffer = buffer;
  }

  /** The content of sealed bytes; a single altered or missing byte is refused. */
  public static ByteReader unseal(byte[] bytes) {
    int end = bytes.length - Integer.BYTES;
    if (end < 0) {
      throw new MalformedEntryException(
          "It is torn: " + bytes.length + " bytes can't hold a checksum.");
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, end);
    if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(end)) {
      throw new MalformedEntryException(
          "It is torn or altered: the checksum of its " + bytes.length + " bytes differs.");
    }
    return new ByteReader(ByteBuffer.wrap(bytes, 0, end));
  }

  public int u8() {
    need(1, "a byte");
    return buffer.get() & 0xff;
  }

  public int i32() {
    need(Integer.BYTES, "a 32-bit number");
    return buffer.getInt();
  }

  public long i64() {
    need(Long.BYTES, "a 64-bit number");
    return buffer.getLong();
  }

  public byte[] raw(int length) {
    need(length, length + " bytes");
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  public byte[] block() {
    return raw(count(1));
  }

  public String text() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  /**
   * A 32-bit number of things that follow, each at least {@code leastBytes} long: checked against
   * what is left before anybody allocates for it.
   */
  public int count(int leastBytes) {
    int offset = buffer.position();
    int count = i32();
    if (count < 0 || (long) count * leastBytes > buffer.remaining()) {
      throw new MalformedEntryException(
          "It announces "
              + Integer.toUnsignedString(count)
              + " items at offset "
              + offset
              + ", more than its bytes can hold.");
    }
    return count;
  }

  /** Ends the reading: superfluous bytes are refused. */
  public void end() {
    if (buffer.hasRemaining()) {
      throw new MalformedEntryException(
          "It has "
              + buffer.remaining()
              + " superfluous bytes at offset "
              + buffer.position()
              + ".");
    }
  }

  private void need(int bytes, String what) {
    if (buffer.remaining() < bytes) {
      throw new MalformedEntryException(
          "It ends at offset " + buffer.limit() + " where " + what + " should follow.");
    }
  }
}
