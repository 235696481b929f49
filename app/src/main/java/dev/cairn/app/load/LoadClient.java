package dev.cairn.app.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Posts prepared requests over a number of connections, in one thread: whatever the client uses is
 * missing to the gateway on the same machine.
 *
 * <p>Latency counts from the time at which a request was due, also while all connections were busy:
 * a gateway that stalls does not hide the requests that should have come meanwhile.
 */
final class LoadClient implements AutoCloseable {

  private static final int READ_BYTES = 1 << 17;

  /** Told of every answer, on the client's thread. */
  @FunctionalInterface
  interface Answers {
    /**
     * One answer.
     *
     * @param body valid during the call
     */
    void answered(int request, int status, ByteBuffer body, long dueNanos, long atNanos)
        throws IOException;
  }

  private final Selector selector;
  private final PreparedRequests requests;
  private final List<Connection> connections = new ArrayList<>();
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(READ_BYTES);

  /** The next request to be sent; it goes on where the last run ended. */
  private int next;

  LoadClient(URI gateway, PreparedRequests requests, int connections) throws IOException {
    this(gateway, requests, connections, 0);
  }

  /** Begins with that request. */
  LoadClient(URI gateway, PreparedRequests requests, int connections, int first)
      throws IOException {
    this.next = first;
    this.selector = Selector.open();
    this.requests = requests;
    InetSocketAddress server = new InetSocketAddress(gateway.getHost(), gateway.getPort());
    for (int i = 0; i < connections; i++) {
      this.connections.add(new Connection(server, selector));
    }
    idle.addAll(this.connections);
  }

  /**
   * Sends until the time is over or the requests are used up, then waits for what is under way.
   *
   * @return how many were sent
   * @throws IOException when the gateway is gone
   */
  int run(Pace pace, long nanos, Answers answers) throws IOException {
    long start = System.nanoTime();
    long end = start + nanos;
    int first = next;
    while (System.nanoTime() < end && next < requests.count()) {
      sendDue(pace, first, start, end);
      select(waitMillis(pace, first, start), answers);
    }
    while (idle.size() < connections.size()) {
      select(1, answers);
    }
    return next - first;
  }

  private void sendDue(Pace pace, int first, long start, long end) throws IOException {
    while (!idle.isEmpty() && next < requests.count()) {
      long now = System.nanoTime();
      long due = pace instanceof Pace.Closed ? now : start + pace.dueNanos(next - first);
      if (due > now || now >= end) {
        return;
      }
      idle.pop().send(next, requests.request(next), due);
      next++;
    }
  }

  /**
   * Until the next request is due, in whole milliseconds: polling would take the processor from the
   * gateway. What that makes a request late counts as its latency.
   */
  private long waitMillis(Pace pace, int first, long start) {
    long nanos = start + pace.dueNanos(next - first) - System.nanoTime();
    return idle.isEmpty() || nanos > 0 ? Math.max(1, nanos / 1_000_000) : 0;
  }

  private void select(long millis, Answers answers) throws IOException {
    if (millis == 0) {
      selector.selectNow();
    } else {
      selector.select(millis);
    }
    for (SelectionKey key : selector.selectedKeys()) {
      serve((Connection) key.attachment(), key, answers);
    }
    selector.selectedKeys().clear();
  }

  private void serve(Connection connection, SelectionKey key, Answers answers) throws IOException {
    if (key.isWritable()) {
      connection.write();
    }
    if (key.isReadable() && connection.read(buffer)) {
      long now = System.nanoTime();
      answers.answered(
          connection.request(), connection.status(), connection.body(), connection.dueNanos(), now);
      connection.finished();
      idle.add(connection);
    }
  }

  /** The request that would be sent next. */
  int next() {
    return next;
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
