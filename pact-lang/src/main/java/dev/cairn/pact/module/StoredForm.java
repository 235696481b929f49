package dev.cairn.pact.module;

/**
 * How modules are kept, which their cost depends on: of each place in the code a chain keeps the
 * line, a REPL the file and the whole span; and a REPL tells its own natives from the language's.
 */
public enum StoredForm {
  CHAIN(5, 2, 2),
  REPL(21, 4, 54);

  private final long position;
  private final long nativeName;
  private final long encodedPosition;

  StoredForm(long position, long nativeName, long encodedPosition) {
    this.position = position;
    this.nativeName = nativeName;
    this.encodedPosition = encodedPosition;
  }

  /** Estimated bytes of a place in the code. */
  public long position() {
    return position;
  }

  /** Estimated bytes of the name of a native. */
  public long nativeName() {
    return nativeName;
  }

  /** About the bytes of a place in the stored form, which loading is charged for. */
  public long encodedPosition() {
    return encodedPosition;
  }
}
