package dev.cairn.virtualchain.executor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a listener of new blocks: from the header stream (chainweb.md §6, update streams), or from
 * the cut, asked for again and again, where no node offers the stream. One thread each, which ends
 * with {@link #close}.
 *
 * <p>After every connect the cut is asked for once, after the stream is open: what was mined while
 * there was no stream is reported late, but reported.
 */
final class HeadWatch implements Subscription, Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(HeadWatch.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NodeTransport transport;
  private final OkHttpClient streaming;
  private final NodeRequest updates;
  private final Supplier<SortedMap<ChainId, ChainHead>> cut;
  private final Consumer<ChainHead> listener;
  private final HeadWatchTimes times;
  private final Pause pause = new Pause();
  private final Thread thread;

  /** The open stream, so that close can end a read that waits. */
  private final AtomicReference<@Nullable OpenStream> open = new AtomicReference<>();

  /** The head last reported of each chain. Only the watch's own thread touches it. */
  private final Map<ChainId, Hash> reported = new HashMap<>();

  HeadWatch(
      NodeTransport transport,
      OkHttpClient streaming,
      NodeRequest updates,
      Supplier<SortedMap<ChainId, ChainHead>> cut,
      Consumer<ChainHead> listener,
      HeadWatchTimes times) {
    this.transport = transport;
    this.streaming = streaming;
    this.updates = updates;
    this.cut = cut;
    this.listener = listener;
    this.times = times;
    this.thread = new Thread(this, "cairn-head-watch");
    thread.setDaemon(true);
  }

  HeadWatch start() {
    thread.start();
    return this;
  }

  @Override
  public void run() {
    try {
      follow();
    } catch (Exception e) {
      // OkHttp lets an InterruptedException through that it does not declare, when close() comes
      // while it connects.
      if (!pause.isOver()) {
        LOG.error("Blocks are not watched any more", e);
      }
    }
  }

  private void follow() {
    int failures = 0;
    while (!pause.isOver()) {
      try {
        followStream();
        failures = 0;
      } catch (NodeRejected e) {
        LOG.info("No header stream ({}); watching the cut instead", e.getMessage());
        followCut();
      } catch (NodeUnavailable | IOException e) {
        failures++;
        logUnlessClosed(failures, e);
      }
      pause.await(times.reconnectAfter(failures));
    }
  }

  private void followStream() throws IOException {
    try (OpenStream stream = transport.open(updates, streaming)) {
      open.set(stream);
      reportCut();
      EventReader events = stream.events();
      Optional<String> event = events.next();
      while (event.isPresent() && !pause.isOver()) {
        report(headOf(event.get()));
        event = events.next();
      }
    } finally {
      open.set(null);
    }
  }

  /** Until it is time to try the stream again. */
  private void followCut() {
    for (long i = 0; i < times.cutsBeforeStream() && !pause.isOver(); i++) {
      try {
        reportCut();
      } catch (NodeException e) {
        LOG.debug("The cut could not be read: {}", e.getMessage());
      }
      pause.await(times.cutEvery());
    }
  }

  private void reportCut() {
    cut.get().values().forEach(this::report);
  }

  private void report(ChainHead head) {
    if (head.hash().equals(reported.put(head.chain(), head.hash())) || pause.isOver()) {
      return;
    }
    try {
      listener.accept(head);
    } catch (RuntimeException e) {
      LOG.warn("A listener failed on block {} of chain {}", head.height(), head.chain(), e);
    }
  }

  private static ChainHead headOf(String event) throws IOException {
    try {
      JsonNode header = JSON.readTree(event).path("header");
      return new ChainHead(
          new ChainId(header.path("chainId").intValue()),
          new BlockHeight(header.path("height").longValue()),
          Hash.parse(header.path("hash").asText()));
    } catch (IllegalArgumentException e) {
      throw new IOException("A header event makes no sense: " + e.getMessage(), e);
    }
  }

  private void logUnlessClosed(int failures, Exception e) {
    if (failures == 1 && !pause.isOver()) {
      LOG.info("The header stream broke; reconnecting ({})", e.getMessage());
    }
  }

  @Override
  public void close() {
    pause.end();
    thread.interrupt();
    cancelCalls();
    if (Thread.currentThread() != thread) {
      awaitEnd();
    }
  }

  /** A call that connects is known to its dispatcher, a stream that is open to us. */
  private void cancelCalls() {
    streaming.dispatcher().cancelAll();
    OpenStream stream = open.get();
    if (stream != null) {
      stream.cancel();
    }
  }

  private void awaitEnd() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
