package dev.cairn.pact.error;

/** A place in source text; line and column count from 0, as on-chain errors do. */
public record Position(int line, int column) {

  /** Stands for code that has no text, such as desugared or built-in code. */
  public static final Position NONE = new Position(0, 0);

  public Position {
    if (line < 0 || column < 0) {
      throw new IllegalArgumentException("A position counts from 0, got " + line + ":" + column);
    }
  }

  /** {@code line:column}, the line from 1 and the column from 0, as Pact's own REPL counts. */
  @Override
  public String toString() {
    return (line + 1) + ":" + column;
  }
}
