package dev.cairn.virtualchain.executor;

/**
 * No node gave an answer that can be read: down, overloaded, too slow, or talking nonsense. Retry
 * later. A request that changes something (send) may have been carried out nevertheless.
 */
public final class NodeUnavailable extends NodeException {

  public NodeUnavailable(String message) {
    super(message);
  }

  public NodeUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
