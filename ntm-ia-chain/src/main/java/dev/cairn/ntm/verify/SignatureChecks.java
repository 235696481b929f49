package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.KeyEntry;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.RsaPublicKey;
import dev.cairn.ntm.keyring.SignatureChecker;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Key, fingerprint and signature of one block. */
final class SignatureChecks {

  private final Keyring keyring;
  private final SignatureChecker checker;
  private final Findings findings;

  SignatureChecks(Keyring keyring, SignatureChecker checker, Findings findings) {
    this.keyring = keyring;
    this.checker = checker;
    this.findings = findings;
  }

  /** Runs all of them and says in which form the fingerprint fits. */
  Optional<FingerprintForm> run(BlockIndex index, Envelope envelope) {
    Optional<RsaPublicKey> key = key(index, envelope.keyId());
    checkAlgorithm(envelope.algorithm());
    Optional<byte[]> message = canonical(envelope.data());
    Optional<byte[]> signature = signature(envelope.signature(), key);
    if (key.isPresent()
        && message.isPresent()
        && signature.isPresent()
        && !findings.has(Check.ALGORITHM)
        && !checker.check(key.get(), message.get(), signature.get())) {
      findings.add(
          Check.SIGNATURE_INVALID,
          "The signature is not one of " + Quote.of(envelope.keyId()) + " over this block_data.");
    }
    return key.flatMap(known -> fingerprint(known, envelope.fingerprint()));
  }

  private Optional<RsaPublicKey> key(BlockIndex index, String keyId) {
    Optional<KeyEntry> entry = keyring.find(keyId);
    if (entry.isEmpty()) {
      findings.add(Check.KEY_UNKNOWN, "The keyring has no key " + Quote.of(keyId) + ".");
    } else if (!entry.get().isValidFor(index)) {
      findings.add(
          Check.KEY_NOT_VALID_FOR_BLOCK,
          "The key " + Quote.of(keyId) + " may not sign block " + index + ".");
    }
    return entry.map(KeyEntry::key);
  }

  private void checkAlgorithm(String algorithm) {
    if (!algorithm.equals(Envelope.RSA_SHA256)) {
      findings.add(
          Check.ALGORITHM, "signature_algorithm is " + Quote.of(algorithm) + ", not RSA-SHA256.");
    }
  }

  private Optional<byte[]> canonical(BlockData data) {
    try {
      return Optional.of(PhpEncoder.canonical(data.map()));
    } catch (PhpJsonException e) {
      findings.add(Check.CANONICAL_FAILED, "PHP does not encode block_data. " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<byte[]> signature(String text, Optional<RsaPublicKey> key) {
    Optional<byte[]> signature = strictBase64(text);
    if (signature.isEmpty()) {
      findings.add(Check.SIGNATURE_FORMAT, "The signature is not base64 in its one strict form.");
    } else if (key.isPresent() && signature.get().length != key.get().signatureBytes()) {
      findings.add(
          Check.SIGNATURE_FORMAT,
          "The signature has "
              + signature.get().length
              + " bytes, not "
              + key.get().signatureBytes()
              + ".");
      return Optional.empty();
    }
    return signature;
  }

  /** Only the text that an encoder writes: no missing padding, no stray bits at the end. */
  private static Optional<byte[]> strictBase64(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text);
      boolean strict = text.length() == (bytes.length + 2) / 3 * 4 && endsAsEncoded(bytes, text);
      return strict ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** Bits beyond the last byte are zero: the last group of an encoder's text is this one. */
  private static boolean endsAsEncoded(byte[] bytes, String text) {
    int start = Math.max(0, (bytes.length + 2) / 3 * 3 - 3);
    byte[] lastGroup = Arrays.copyOfRange(bytes, start, bytes.length);
    return text.endsWith(Base64.getEncoder().encodeToString(lastGroup));
  }

  private Optional<FingerprintForm> fingerprint(RsaPublicKey key, String declared) {
    Optional<FingerprintForm> form = key.formOf(declared);
    if (form.isEmpty()) {
      findings.add(
          Check.FINGERPRINT_MISMATCH,
          "The key's fingerprint is "
              + key.fingerprint(FingerprintForm.SPKI_DER)
              + "; declared is "
              + Quote.of(declared)
              + ".");
    }
    return form;
  }
}
