package dev.cairn.handover;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * A growing buffer in which stored records are written, most significant byte first. Not shared.
 */
public final class ByteWriter {

  private static final int INITIAL_BYTES = 256;

  private byte[] buffer;
  private int size;

  public ByteWriter() {
    this(INITIAL_BYTES);
  }

  /** With room for so many bytes; it grows all the same. */
  public ByteWriter(int capacity) {
    this.buffer = new byte[capacity];
  }

  public ByteWriter u8(int value) {
    room(1);
    buffer[size++] = (byte) value;
    return this;
  }

  public ByteWriter i32(int value) {
    room(Integer.BYTES);
    ByteBuffer.wrap(buffer).putInt(size, value);
    size += Integer.BYTES;
    return this;
  }

  public ByteWriter i64(long value) {
    room(Long.BYTES);
    ByteBuffer.wrap(buffer).putLong(size, value);
    size += Long.BYTES;
    return this;
  }

  /** The bytes alone; the reader must know how many there are. */
  public ByteWriter raw(byte[] bytes) {
    room(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
    return this;
  }

  /** Length, then the bytes. */
  public ByteWriter block(byte[] bytes) {
    return i32(bytes.length).raw(bytes);
  }

  /** A block of UTF-8. */
  public ByteWriter text(String text) {
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  public byte[] toBytes() {
    return Arrays.copyOf(buffer, size);
  }

  /**
   * Everything written so far, followed by its CRC-32C, as {@link ByteReader#unseal} expects it.
   */
  public byte[] seal() {
    CRC32C crc = new CRC32C();
    crc.update(buffer, 0, size);
    return i32((int) crc.getValue()).toBytes();
  }

  private void room(int bytes) {
    if (buffer.length - size < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + bytes));
    }
  }
}
