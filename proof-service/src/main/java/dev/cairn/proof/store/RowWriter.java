package dev.cairn.proof.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Fields of a row, big-endian; texts and byte strings after a 4-byte length. Numbers sort. */
final class RowWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
  private final DataOutputStream out = new DataOutputStream(bytes);

  /** A value row begins with the version of its layout; a key does not. */
  static RowWriter value(int version) {
    return new RowWriter().int8(version);
  }

  static RowWriter key() {
    return new RowWriter();
  }

  RowWriter int8(int value) {
    return write(() -> out.writeByte(value));
  }

  RowWriter int32(int value) {
    return write(() -> out.writeInt(value));
  }

  RowWriter int64(long value) {
    return write(() -> out.writeLong(value));
  }

  RowWriter flag(boolean value) {
    return int8(value ? 1 : 0);
  }

  /** Bytes of a length that the reader knows. */
  RowWriter fixed(byte[] value) {
    return write(() -> out.write(value));
  }

  RowWriter bytes(byte[] value) {
    return int32(value.length).fixed(value);
  }

  RowWriter text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  byte[] done() {
    return bytes.toByteArray();
  }

  private interface Step {
    void run() throws IOException;
  }

  private RowWriter write(Step step) {
    try {
      step.run();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("Memory does not fail to be written.", e);
    }
  }
}
