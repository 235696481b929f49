package dev.cairn.proof.prove;

/** A proof is not of what was asked for, or does not hold; it is not published. */
public final class ProofRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProofRefused(String message) {
    super(message);
  }
}
