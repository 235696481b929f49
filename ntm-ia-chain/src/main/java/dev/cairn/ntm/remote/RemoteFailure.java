package dev.cairn.ntm.remote;

import java.io.IOException;

/** A server that doesn't give what is needed, so that a chain can't be checked at all. */
public final class RemoteFailure extends IOException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /** What the server did. */
  public enum Code {
    /** No connection, or one that broke again and again. */
    REMOTE_UNREACHABLE(true),
    /** An answer, or all of them together, took too long. */
    REMOTE_TIMEOUT(true),
    /** It says that it is overloaded or broken. */
    REMOTE_UNAVAILABLE(true),
    /** It refuses or sends elsewhere. */
    REMOTE_REFUSED(false),
    /** Its listing has more bytes or names than any chain. */
    REMOTE_ENDLESS(false),
    /** Its listing can't be read, or goes round in circles. */
    REMOTE_LISTING(false),
    /** It changes the bytes on the way, as by compression that nobody asked for. */
    REMOTE_ENCODED(false);

    private final boolean retryable;

    Code(boolean retryable) {
      this.retryable = retryable;
    }
  }

  RemoteFailure(Code code, String sentence) {
    super(code + ": " + sentence);
    this.code = code;
  }

  public Code code() {
    return code;
  }

  /** Whether the same request may do better later. */
  public boolean isRetryable() {
    return code.retryable;
  }
}
