package dev.cairn.virtualchain.executor;

/**
 * A request to the nodes that brought no answer; the subtype says whether asking again can help.
 */
public abstract sealed class NodeException extends RuntimeException
    permits NodeRejected, NodeUnavailable {

  NodeException(String message) {
    super(message);
  }

  NodeException(String message, Throwable cause) {
    super(message, cause);
  }
}
