package dev.cairn.app.instance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been opened, to be closed in the opposite order, once. */
final class Opened implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

  /** Guarded by this. */
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  private final CountDownLatch closed = new CountDownLatch(1);

  synchronized <T extends AutoCloseable> T opened(T resource) {
    opened.push(resource);
    return resource;
  }

  /** One that does not close does not keep the others open. */
  @Override
  public void close() {
    closeAll();
    closed.countDown();
  }

  private synchronized void closeAll() {
    while (!opened.isEmpty()) {
      AutoCloseable resource = opened.pop();
      try {
        resource.close();
      } catch (Exception failed) {
        LOG.error("{} did not close", resource.getClass().getSimpleName(), failed);
      }
    }
  }

  /** Returns when everything has been closed. */
  void awaitClosed() throws InterruptedException {
    closed.await();
  }
}
