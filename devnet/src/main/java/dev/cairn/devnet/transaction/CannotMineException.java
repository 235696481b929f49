package dev.cairn.devnet.transaction;

/** A transaction that cannot be part of a block at all, because nobody pays for it. */
public final class CannotMineException extends Exception {

  private static final long serialVersionUID = 1;

  private CannotMineException(String message) {
    super(message, null, false, false);
  }

  /** Nobody could be made to pay; the reason is quoted behind the hash. */
  static CannotMineException cannotBuyGas(Transaction transaction, String reason) {
    return new CannotMineException(
        "\"" + transaction.requestKey() + "\" Failed to buy gas: " + reason);
  }

  /** The size alone costs more than the limit; the spelling is the node's. */
  static CannotMineException tooBig(Transaction transaction) {
    return new CannotMineException(
        "\"" + transaction.requestKey() + "\" Failed to purchas gas: tx too big for gas limit");
  }

  /** What a node says about it. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
