package dev.cairn.gateway.ingest;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Arrays;

/** JSON under construction, as bytes. Most of an answer is text that needs no escapes. */
final class AnswerBytes {

  private byte[] bytes;
  private int size;

  AnswerBytes(int capacity) {
    bytes = new byte[capacity];
  }

  /** Text that stands as it is: punctuation, or letters, digits, hyphens and the like. */
  AnswerBytes raw(String ascii) {
    room(ascii.length());
    copy(ascii);
    size += ascii.length();
    return this;
  }

  /** No other method of the JDK copies without an array in between; of ASCII no bits are lost. */
  @SuppressWarnings("deprecation")
  private void copy(String ascii) {
    ascii.getBytes(0, ascii.length(), bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  AnswerBytes raw(byte[] ascii) {
    room(ascii.length);
    System.arraycopy(ascii, 0, bytes, size, ascii.length);
    size += ascii.length;
    return this;
  }

  AnswerBytes number(int value) {
    return raw(Integer.toString(value));
  }

  /** A string of any text, with its quotes. */
  AnswerBytes text(String text) {
    return raw("\"").raw(JsonStringEncoder.getInstance().quoteAsUTF8(text)).raw("\"");
  }

  /** Begins an element of an array: with a comma, unless the array has just begun. */
  AnswerBytes element() {
    return bytes[size - 1] == '[' ? this : raw(",");
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }
}
