package dev.cairn.ntm.canonical;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing ASCII text. */
final class AsciiBuffer {

  /** A usual block's canonical bytes fit. */
  private static final int FIRST_BYTES = 512;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;

  AsciiBuffer append(char c) {
    room(1);
    bytes[size++] = (byte) c;
    return this;
  }

  AsciiBuffer append(String text) {
    return append(text, 0, text.length());
  }

  /** Appends a part of a text that holds only ASCII there. */
  AsciiBuffer append(String text, int start, int end) {
    room(end - start);
    for (int i = start; i < end; i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  AsciiBuffer append(long value) {
    if (value < 0) {
      return append(Long.toString(value));
    }
    int length = decimalLength(value);
    room(length);
    writeDigits(value, size + length, length);
    size += length;
    return this;
  }

  /** Writes {@code value / 10^places}, both not negative, with all places. */
  AsciiBuffer appendDecimal(long value, int places) {
    long power = 1;
    for (int i = 0; i < places; i++) {
      power *= 10;
    }
    append(value / power).append('.').room(places);
    writeDigits(value % power, size + places, places);
    size += places;
    return this;
  }

  private void writeDigits(long value, int end, int count) {
    long rest = value;
    for (int i = 1; i <= count; i++) {
      bytes[end - i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  private static int decimalLength(long value) {
    int length = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      length++;
    }
    return length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, size, StandardCharsets.US_ASCII);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
