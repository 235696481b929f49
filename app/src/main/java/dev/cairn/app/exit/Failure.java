package dev.cairn.app.exit;

/** A command that ends badly: the message is for a person, the exit code for a script. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The same command may work later: network, timeout, a service that is still starting. */
  public static final int TRY_AGAIN = 1;

  /** The same command fails again: bad input, failed verification. */
  public static final int DO_NOT = 2;

  private final int exitCode;

  private Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  public static Failure tryAgain(String message, Throwable cause) {
    return new Failure(TRY_AGAIN, message, cause);
  }

  public static Failure tryAgain(String message) {
    return new Failure(TRY_AGAIN, message, null);
  }

  public static Failure doNot(String message, Throwable cause) {
    return new Failure(DO_NOT, message, cause);
  }

  public static Failure doNot(String message) {
    return new Failure(DO_NOT, message, null);
  }

  public int exitCode() {
    return exitCode;
  }
}
