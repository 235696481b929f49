package dev.cairn.pact.module;

import dev.cairn.pact.error.Position;

/**
 * How modules are kept, which their cost depends on: of each place in the code a chain keeps the
 * line, a REPL the file and the whole span; and a REPL tells its own natives from the language's.
 */
public enum StoredForm {
  CHAIN(5, 2),
  REPL(21, 4);

  /** A span of four small numbers and a path of 46 characters, which is usual. */
  private static final long SPAN_WITH_FILE = 54;

  private static final int LAST_IN_ONE_BYTE = 23;
  private static final int LAST_IN_TWO_BYTES = 255;
  private static final int LAST_IN_THREE_BYTES = 65_535;

  private final long position;
  private final long nativeName;

  StoredForm(long position, long nativeName) {
    this.position = position;
    this.nativeName = nativeName;
  }

  /** Estimated bytes of a place in the code. */
  public long position() {
    return position;
  }

  /** Estimated bytes of the name of a native. */
  public long nativeName() {
    return nativeName;
  }

  /** Bytes of a place in the stored form, which loading is charged for; in the REPL about. */
  public long encoded(Position place) {
    if (this == REPL) {
      return SPAN_WITH_FILE;
    }
    int line = place.line();
    if (line <= LAST_IN_TWO_BYTES) {
      return line <= LAST_IN_ONE_BYTE ? 1 : 2;
    }
    return line <= LAST_IN_THREE_BYTES ? 3 : 5;
  }
}
