package dev.cairn.app.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One connection: a request out, its answer in, and again. For the loop's thread only. */
final class Connection {

  private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int STATUS_AT = "HTTP/1.1 ".length();

  private final SocketChannel channel;
  private final SelectionKey key;
  private ByteBuffer out = ByteBuffer.allocate(0);

  /** The answer so far, head and body. */
  private byte[] in = new byte[4096];

  private int received;
  private int bodyStart;
  private int answerEnd;

  /** Number of the request under way; -1 when there is none. */
  private int request = -1;

  /** When the request was due to be sent, which may be before it was. */
  private long dueNanos;

  Connection(InetSocketAddress server, Selector selector) throws IOException {
    channel = SocketChannel.open();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.connect(server);
    channel.configureBlocking(false);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  void send(int number, ByteBuffer bytes, long due) throws IOException {
    request = number;
    dueNanos = due;
    out = bytes;
    received = 0;
    bodyStart = 0;
    write();
  }

  void write() throws IOException {
    channel.write(out);
    key.interestOps(
        out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  /** Reads what is there; true when the answer is complete. */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      throw new EOFException("The gateway closed the connection.");
    }
    buffer.flip();
    if (in.length < received + buffer.remaining()) {
      in = Arrays.copyOf(in, Math.max(in.length * 2, received + buffer.remaining()));
    }
    int count = buffer.remaining();
    buffer.get(in, received, count);
    received += count;
    return (bodyStart > 0 || readHead()) && received >= answerEnd;
  }

  private boolean readHead() throws IOException {
    int end = indexOf(HEAD_END);
    if (end < 0) {
      return false;
    }
    String head = new String(in, 0, end, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
    int at = head.indexOf("content-length:");
    if (at < 0) {
      throw new IOException("The answer does not tell its length: " + head);
    }
    int lineEnd = head.indexOf('\r', at);
    String length = head.substring(at + 15, lineEnd < 0 ? head.length() : lineEnd).strip();
    bodyStart = end + HEAD_END.length;
    answerEnd = bodyStart + Integer.parseInt(length);
    return true;
  }

  private int indexOf(byte[] pattern) {
    for (int i = 0; i + pattern.length <= received; i++) {
      if (Arrays.equals(in, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i;
      }
    }
    return -1;
  }

  int status() {
    return (in[STATUS_AT] - '0') * 100 + (in[STATUS_AT + 1] - '0') * 10 + in[STATUS_AT + 2] - '0';
  }

  /** The complete answer's body; valid until the next request is sent. */
  ByteBuffer body() {
    return ByteBuffer.wrap(in, bodyStart, answerEnd - bodyStart);
  }

  int request() {
    return request;
  }

  long dueNanos() {
    return dueNanos;
  }

  void finished() {
    request = -1;
  }

  void close() throws IOException {
    key.cancel();
    channel.close();
  }
}
