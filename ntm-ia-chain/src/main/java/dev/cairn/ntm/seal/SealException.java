package dev.cairn.ntm.seal;

/**
 * Why no block was sealed; nothing was published. A failing disk is an {@link java.io.IOException}
 * instead: then the block may be published, and the next seal finds out.
 */
public abstract sealed class SealException extends Exception {

  private static final long serialVersionUID = 1L;

  private SealException(String message) {
    super(message);
  }

  private SealException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The figures or the key are no good; sealing them again gives the same answer. */
  public static final class Rejected extends SealException {

    private static final long serialVersionUID = 1L;

    Rejected(String message) {
      super(message);
    }

    Rejected(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The metrics source is down or the clock went back; a later call may succeed. */
  public static final class Retryable extends SealException {

    private static final long serialVersionUID = 1L;

    Retryable(String message) {
      super(message);
    }

    Retryable(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** The chain on disk is not one that a crashed sealer leaves; a person has to look at it. */
  public static final class ChainBroken extends SealException {

    private static final long serialVersionUID = 1L;

    ChainBroken(String message) {
      super(message);
    }
  }
}
