package dev.cairn.chainweb.pact;

/** A command that can be read and breaks a rule; the message is a node's, where one is known. */
public final class InvalidCommandException extends IllegalArgumentException {

  public InvalidCommandException(String message) {
    super(message);
  }
}
