package dev.cairn.pact.error;

/** The member {@code type} of an error in a command result (reference 3.4). */
public enum ErrorType {
  /** The text is not a program. */
  SYNTAX("SyntaxError"),
  /** A failure that {@code try} and {@code enforce-one} catch. */
  RECOVERABLE("TxFailure"),
  /** A failure that always ends the transaction. */
  FATAL("EvalError");

  private final String text;

  ErrorType(String text) {
    this.text = text;
  }

  /** The name on chain. */
  public String text() {
    return text;
  }
}
