package dev.cairn.gateway.ingest;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines. Holds at most one line of the allowed length: the rest of a
 * longer one is dropped as it comes in. Blank lines are no events.
 */
final class LineSplitter {

  private final int maxLineBytes;
  private final Consumer<RawEvent> lines;
  private Buffer pending = Buffer.buffer();
  private boolean skipping;

  LineSplitter(int maxLineBytes, Consumer<RawEvent> lines) {
    this.maxLineBytes = maxLineBytes;
    this.lines = lines;
  }

  void add(Buffer chunk) {
    int start = 0;
    for (int i = 0; i < chunk.length(); i++) {
      if (chunk.getByte(i) == '\n') {
        keep(chunk, start, i);
        endLine();
        start = i + 1;
      }
    }
    keep(chunk, start, chunk.length());
  }

  /** The last line needs no line feed. */
  void end() {
    endLine();
  }

  /** Bytes of a line that has not ended. */
  int held() {
    return pending.length();
  }

  private void keep(Buffer chunk, int start, int end) {
    if (pending.length() + end - start > maxLineBytes) {
      skipping = true;
      pending = Buffer.buffer();
    }
    if (!skipping) {
      pending.appendBuffer(chunk, start, end - start);
    }
  }

  private void endLine() {
    if (skipping) {
      lines.accept(RawEvent.TOO_LONG);
    } else {
      emit(pending.getBytes());
    }
    skipping = false;
    pending = Buffer.buffer();
  }

  private void emit(byte[] line) {
    int start = 0;
    int end = line.length;
    while (start < end && isBlank(line[start])) {
      start++;
    }
    while (start < end && isBlank(line[end - 1])) {
      end--;
    }
    // A compact serialization needs no escapes: as a JSON string it only has quotes around it.
    if (end - start >= 2 && line[start] == '"' && line[end - 1] == '"') {
      start++;
      end--;
    }
    if (start < end) {
      lines.accept(RawEvent.of(Arrays.copyOfRange(line, start, end)));
    }
  }

  private static boolean isBlank(byte character) {
    return character == ' ' || character == '\t' || character == '\r';
  }
}
