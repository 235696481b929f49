package dev.cairn.devnet.mining;

import dev.cairn.chainweb.header.HeaderViolation;
import java.util.List;

/** Solved work that breaks a rule of headers, such as a nonce that misses the target. */
public final class UnsolvedException extends Exception {

  private static final long serialVersionUID = 1;

  UnsolvedException(List<HeaderViolation> violations) {
    super("The solved header breaks rules: " + violations + ".", null, false, false);
  }
}
