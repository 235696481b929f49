package dev.cairn.devnet.contract;

/** Text that is no code. */
public final class SyntaxException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String info;

  /**
   * A failure to read code.
   *
   * @param message the chain's wording without a prefix, {@code Expected: [')']}
   * @param info place in the text, {@code <toplevel>:0}
   */
  public SyntaxException(String message, String info) {
    super(message, null, false, false);
    this.info = info;
  }

  public String info() {
    return info;
  }
}
