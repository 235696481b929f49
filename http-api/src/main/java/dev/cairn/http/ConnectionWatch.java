package dev.cairn.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the connections of a server and keeps them within their limits; to be its connection
 * handler. Safe for any thread.
 */
public final class ConnectionWatch implements Handler<HttpConnection> {

  private static final ProblemType TOO_MANY_CONNECTIONS =
      new ProblemType("too-many-connections", 503, "More connections are open than are allowed");

  private final ConnectionLimits limits;
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong late = new AtomicLong();

  public ConnectionWatch(ConnectionLimits limits) {
    this.limits = limits;
  }

  @Override
  public void handle(HttpConnection connection) {
    Channel channel = ((HttpServerConnection) connection).channelHandlerContext().channel();
    int now = open.incrementAndGet();
    channel.closeFuture().addListener(closed -> open.decrementAndGet());
    if (now > limits.open()) {
      refused.incrementAndGet();
      refuse(connection, channel);
    } else {
      HeadWatch.over(channel.pipeline(), limits.headWithin().toMillis(), late::incrementAndGet);
    }
  }

  /** Before any request: an answer that a client finds when it has sent its own. */
  private static void refuse(HttpConnection connection, Channel channel) {
    if (connection.protocolVersion() == HttpVersion.HTTP_2) {
      var unused = connection.close();
      return;
    }
    String problem =
        TOO_MANY_CONNECTIONS
            .because("More connections are open than this server takes; try again.")
            .retryAfter(1)
            .toJson()
            .toString();
    String answer =
        "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nRetry-After: 1\r\n"
            + "Content-Type: application/problem+json\r\nContent-Length: "
            + problem.length()
            + "\r\n\r\n"
            + problem;
    // From the decoder on its way out, it does not meet the encoder, which wants messages.
    channel
        .pipeline()
        .context(HeadWatch.DECODER)
        .writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.US_ASCII))
        .addListener(ChannelFutureListener.CLOSE);
  }

  /** How many are open. */
  public int open() {
    return open.get();
  }

  /** How many were refused because too many were open. */
  public long refused() {
    return refused.get();
  }

  /** How many were closed because a head did not come in. */
  public long late() {
    return late.get();
  }
}
