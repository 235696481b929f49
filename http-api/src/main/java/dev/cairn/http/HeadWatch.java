package dev.cairn.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request head does not come in: it would hold its place for as long as
 * it sends a byte now and then. For the event loop of its connection only.
 *
 * <p>This handler stands before HTTP's decoder and sees that bytes come; {@link Decoded} stands
 * behind it and sees what they make. A head that comes in one piece never starts a timer.
 */
final class HeadWatch extends ChannelInboundHandlerAdapter {

  /** As Vert.x names it; there is none on a connection that speaks HTTP/2. */
  static final String DECODER = "httpDecoder";

  private final long withinMillis;
  private final Runnable late;

  /** Whether a head is awaited: the connection's first, or one of which a part has come. */
  private boolean awaited = true;

  /** Whether what comes is the body of a request. */
  private boolean inBody;

  private @Nullable ScheduledFuture<?> timer;

  private HeadWatch(long withinMillis, Runnable late) {
    this.withinMillis = withinMillis;
    this.late = late;
  }

  /**
   * Watches a connection that was just opened.
   *
   * @param late told when it is closed
   */
  static void over(ChannelPipeline pipeline, long withinMillis, Runnable late) {
    HeadWatch watch = new HeadWatch(withinMillis, late);
    if (pipeline.get(DECODER) == null) {
      // Idle time is what bounds a connection of HTTP/2.
      return;
    }
    pipeline.addBefore(DECODER, "headWatch", watch);
    pipeline.addAfter(DECODER, "headDecoded", watch.new Decoded());
    watch.startTimer(pipeline.context(watch));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object bytes) {
    awaited = !inBody;
    context.fireChannelRead(bytes);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    context.fireChannelReadComplete();
    if (awaited && timer == null) {
      startTimer(context);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    stopTimer();
    context.fireChannelInactive();
  }

  private void startTimer(ChannelHandlerContext context) {
    timer = context.executor().schedule(() -> onLate(context), withinMillis, TimeUnit.MILLISECONDS);
  }

  private void onLate(ChannelHandlerContext context) {
    late.run();
    var unused = context.close();
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel(false);
      timer = null;
    }
  }

  /** What the decoder made of the bytes. */
  private final class Decoded extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      if (message instanceof HttpRequest head) {
        awaited = false;
        inBody = true;
        stopTimer();
        markUnknownVersion(head);
      }
      if (message instanceof LastHttpContent) {
        inBody = false;
      }
      context.fireChannelRead(message);
    }

    /** A client that resets its connection is gone like any other; Vert.x would log its trace. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (cause instanceof IOException) {
        var unused = context.close();
      } else {
        context.fireExceptionCaught(cause);
      }
    }
  }

  /**
   * As malformed: Vert.x would answer such a head itself, with an empty 501. It knows the versions
   * by these very objects, which the decoder gives for nothing but their exact spelling.
   */
  @SuppressWarnings("ReferenceEquality")
  private static void markUnknownVersion(HttpRequest head) {
    HttpVersion version = head.protocolVersion();
    if (version != HttpVersion.HTTP_1_1 && version != HttpVersion.HTTP_1_0) {
      head.setProtocolVersion(HttpVersion.HTTP_1_1); // of the answer
      head.setDecoderResult(
          DecoderResult.failure(new IllegalArgumentException("Unknown version " + version)));
    }
  }
}
