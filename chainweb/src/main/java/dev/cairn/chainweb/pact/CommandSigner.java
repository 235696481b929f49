package dev.cairn.chainweb.pact;

/** A key that signs commands. */
public interface CommandSigner {

  /** The Ed25519 public key: 64 lower-case hex digits. */
  String publicKeyHex();

  /** The 64-byte Ed25519 signature over the 32 bytes of a command's hash. */
  byte[] sign(byte[] hash32);
}
