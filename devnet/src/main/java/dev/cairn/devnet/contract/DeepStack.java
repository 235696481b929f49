package dev.cairn.devnet.contract;

/** Makes threads that can run contracts, which nest deeply. */
public final class DeepStack {

  /** Address space, not memory: only what a contract really uses is ever touched. */
  private static final long STACK_BYTES = 256L << 20;

  private DeepStack() {}

  /** A thread that has not started and does not keep the process alive. */
  public static Thread thread(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }
}
