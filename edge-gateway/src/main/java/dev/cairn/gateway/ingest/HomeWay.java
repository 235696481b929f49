package dev.cairn.gateway.ingest;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way back to an event loop. What comes while the loop has not been there yet goes along: one
 * write answers many requests, and waking a loop costs more than most answers.
 */
final class HomeWay {

  private static final ThreadLocal<HomeWay> OF_THIS_LOOP = new ThreadLocal<>();

  private final Context loop;
  private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean called = new AtomicBoolean();

  private HomeWay(Context loop) {
    this.loop = loop;
  }

  /** To be called on an event loop: the way back to it, the same for all its requests. */
  static HomeWay ofThisLoop(Vertx vertx) {
    HomeWay known = OF_THIS_LOOP.get();
    if (known == null || known.loop.owner() != vertx) {
      known = new HomeWay(vertx.getOrCreateContext());
      OF_THIS_LOOP.set(known);
    }
    return known;
  }

  /** Runs the task on the loop, in the order of the calls. For any thread. */
  void run(Runnable task) {
    waiting.add(task);
    if (called.compareAndSet(false, true)) {
      loop.runOnContext(here -> runWaiting());
    }
  }

  private void runWaiting() {
    // First, so that what is added from now on calls again.
    called.set(false);
    for (Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
      task.run();
    }
  }
}
