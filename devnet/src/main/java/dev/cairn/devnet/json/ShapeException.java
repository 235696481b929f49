package dev.cairn.devnet.json;

/** JSON that is malformed or of the wrong shape; the message is the node's text for it. */
public final class ShapeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** {@code Error in <path>: <problem>}. */
  ShapeException(String path, String problem) {
    super("Error in " + path + ": " + problem, null, false, false);
  }
}
