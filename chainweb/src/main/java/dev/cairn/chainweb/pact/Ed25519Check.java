package dev.cairn.chainweb.pact;

/** Verification of Ed25519 signatures (RFC 8032). */
@FunctionalInterface
public interface Ed25519Check {

  /** Whether the 64-byte signature is this key's over the message; false for a malformed key. */
  boolean check(byte[] publicKey, byte[] message, byte[] signature);
}
