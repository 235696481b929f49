package dev.cairn.pact.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure of a Pact program, with the wording of the REPL and the wording of the chain.
 *
 * <p>It carries no Java stack trace: programs raise it in loops and catch it themselves.
 */
public final class PactException extends RuntimeException {
  private final ErrorType type;
  private final String chainText;
  // Where the failure happened; filled in by the innermost code that knows.
  private @Nullable Position position;
  private @Nullable String origin;
  private List<String> callStack = List.of();

  private PactException(ErrorType type, String replText, String chainText) {
    super(replText, null, false, false);
    this.type = type;
    this.chainText = chainText;
  }

  /** A failure that nothing in the language catches; one wording for both worlds. */
  public static PactException fatal(String text) {
    return new PactException(ErrorType.FATAL, text, text);
  }

  /** A failure that nothing in the language catches. */
  public static PactException fatal(String replText, String chainText) {
    return new PactException(ErrorType.FATAL, replText, chainText);
  }

  /** A failure that {@code try} and {@code enforce-one} catch; one wording for both worlds. */
  public static PactException recoverable(String text) {
    return new PactException(ErrorType.RECOVERABLE, text, text);
  }

  /** A failure that {@code try} and {@code enforce-one} catch. */
  public static PactException recoverable(String replText, String chainText) {
    return new PactException(ErrorType.RECOVERABLE, replText, chainText);
  }

  /** Text that is not a program. */
  public static PactException syntax(String text, Position position) {
    PactException failure = new PactException(ErrorType.SYNTAX, text, text);
    failure.position = position;
    return failure;
  }

  /** Text that is not a program, in the wordings of the REPL and the chain. */
  public static PactException syntax(String replText, String chainText, Position position) {
    PactException failure = new PactException(ErrorType.SYNTAX, replText, chainText);
    failure.position = position;
    return failure;
  }

  public ErrorType type() {
    return type;
  }

  public boolean isRecoverable() {
    return type == ErrorType.RECOVERABLE;
  }

  /** The REPL's wording, in full. */
  public String replText() {
    return String.valueOf(getMessage());
  }

  /** The chain's wording, in full. */
  public String chainText() {
    return chainText;
  }

  public @Nullable Position position() {
    return position;
  }

  /** Function in which it happened, {@code module.function}; null at top level. */
  public @Nullable String origin() {
    return origin;
  }

  /** Functions that were running, innermost first. */
  public List<String> callStack() {
    return callStack;
  }

  /** Says where it happened, unless that is known already. */
  public PactException at(Position where) {
    if (position == null) {
      position = where;
    }
    return this;
  }

  /** Says in which calls it happened, unless that is known already. */
  public PactException within(@Nullable String function, List<String> calls) {
    if (origin == null && callStack.isEmpty()) {
      origin = function;
      callStack = List.copyOf(calls);
    }
    return this;
  }
}
