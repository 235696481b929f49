package dev.cairn.app.exit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;

/** What an exception says to a person: words, not class names. */
public final class Explanation {
  private static final String OWN_EXCEPTIONS = "dev.cairn.";

  private Explanation() {}

  /**
   * The sentence of an exception that was foreseen: trouble with files and connections, values out
   * of their bounds, and the exceptions of our own rooms. Of any other one there is none.
   */
  public static Optional<String> ofForeseen(Throwable thrown) {
    if (thrown instanceof UncheckedIOException wrapped) {
      return Optional.of(wrapped.getMessage() + " (" + of(wrapped.getCause()) + ")");
    }
    if (thrown instanceof IOException failed) {
      return Optional.of(of(failed) + ".");
    }
    boolean ours = thrown.getClass().getName().startsWith(OWN_EXCEPTIONS);
    boolean outOfBounds = thrown instanceof IllegalArgumentException;
    boolean hasMessage = thrown.getMessage() != null;
    if ((!ours && !outOfBounds) || !hasMessage) {
      return Optional.empty();
    }
    String cause = thrown.getCause() == null ? "" : " (" + of(thrown.getCause()) + ")";
    return Optional.of(thrown.getMessage() + cause);
  }

  /** A clause, to be put after a colon or into parentheses. */
  public static String of(Throwable thrown) {
    String text = thrown.getMessage() == null ? "" : thrown.getMessage();
    if (thrown instanceof NoSuchFileException) {
      return "there is no " + text;
    }
    if (thrown instanceof AccessDeniedException) {
      return "access to " + text + " is denied";
    }
    if (thrown instanceof FileAlreadyExistsException || thrown instanceof NotDirectoryException) {
      return text + " is a file";
    }
    if (thrown instanceof UnknownHostException) {
      return "no host has this name" + (text.isEmpty() ? "" : ": " + text);
    }
    if (thrown instanceof HttpTimeoutException) {
      return "it took too long";
    }
    if (text.isEmpty()) {
      boolean connecting = thrown instanceof ConnectException || thrown instanceof BindException;
      return connecting ? "the connection is refused" : thrown.getClass().getSimpleName();
    }
    return text;
  }
}
