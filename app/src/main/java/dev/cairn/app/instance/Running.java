package dev.cairn.app.instance;

import java.net.URI;

/** A process that answers requests until it is told to stop. */
public interface Running extends AutoCloseable {

  /** Where requests are answered. */
  URI address();

  /** Returns when it has been closed. */
  void awaitClosed() throws InterruptedException;

  /** Takes nothing new, answers what it took, closes every batch. */
  @Override
  void close();
}
