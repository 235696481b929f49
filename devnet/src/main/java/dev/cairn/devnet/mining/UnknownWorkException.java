package dev.cairn.devnet.mining;

/** Solved work that was not given out, or was solved already. */
public final class UnknownWorkException extends Exception {

  private static final long serialVersionUID = 1;

  UnknownWorkException() {
    super("No work of that parent and payload is open.", null, false, false);
  }
}
