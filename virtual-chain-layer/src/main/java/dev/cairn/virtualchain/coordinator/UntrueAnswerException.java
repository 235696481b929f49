package dev.cairn.virtualchain.coordinator;

/**
 * A node answered with data that contradicts itself: a hash is not that of its bytes, a header does
 * not name its parent. The node is broken or lies; nothing is made from its answer.
 */
public final class UntrueAnswerException extends RuntimeException {

  public UntrueAnswerException(String message) {
    super(message);
  }

  public UntrueAnswerException(String message, Throwable cause) {
    super(message, cause);
  }
}
