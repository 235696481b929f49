package dev.cairn.evidence.crypto;

/**
 * One implementation of the signature rule (docs/decisions/010-signature-rule.md). Stateless as
 * seen from outside; every method may be called from any thread.
 */
public interface SignatureProvider {

  /** Stable name for reports and settings: {@code accp}, {@code bouncycastle} or {@code jdk}. */
  String name();

  /**
   * Whether the signature is good. Bytes that are no key, no signature or not canonical are
   * answered with false; nothing is thrown for what comes from outside.
   *
   * @param publicKey in the form that {@link SignatureAlgorithm} states
   * @param signature 64 bytes; any other length is false
   */
  boolean verify(SignatureAlgorithm algorithm, byte[] publicKey, byte[] message, byte[] signature);
}
