package dev.cairn.virtualchain.executor;

/** A watch that is under way. After {@link #close} returns its listener is not called again. */
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
