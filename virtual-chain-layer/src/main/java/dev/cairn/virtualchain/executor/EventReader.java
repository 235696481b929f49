package dev.cairn.virtualchain.executor;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import okio.BufferedSource;

/**
 * Server-sent events of one response, one at a time (WHATWG HTML 9.2). Read here rather than by a
 * library because a line needs a cap: a node is not trusted with our memory.
 */
final class EventReader {

  /** The longest line that is read. A header event is 1.2 kB. */
  static final long MAX_LINE_BYTES = 64L << 10;

  /** The most data that one event may have over several lines. */
  static final int MAX_EVENT_CHARS = 256 << 10;

  private static final String DATA = "data:";

  private final BufferedSource source;

  EventReader(BufferedSource source) {
    this.source = source;
  }

  /** Waits for the next event and gives its data; empty when the stream has ended. */
  Optional<String> next() throws IOException {
    StringBuilder data = new StringBuilder();
    try {
      while (true) {
        String line = source.readUtf8LineStrict(MAX_LINE_BYTES);
        if (line.isEmpty() && data.length() > 0) {
          return Optional.of(data.toString());
        }
        append(line, data);
      }
    } catch (EOFException e) {
      if (!source.exhausted()) {
        throw new IOException("A line does not end within " + MAX_LINE_BYTES + " bytes.", e);
      }
      return Optional.empty();
    }
  }

  private static void append(String line, StringBuilder data) throws IOException {
    if (!line.startsWith(DATA)) {
      return;
    }
    String value = line.substring(DATA.length());
    if (data.length() > 0) {
      data.append('\n');
    }
    data.append(value.startsWith(" ") ? value.substring(1) : value);
    if (data.length() > MAX_EVENT_CHARS) {
      throw new IOException(
          "An event of more than " + MAX_EVENT_CHARS + " characters is not read.");
    }
  }
}
