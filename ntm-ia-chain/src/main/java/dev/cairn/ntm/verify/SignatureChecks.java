package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.DeclaredBlock;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.KeyEntry;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.RsaPublicKey;
import dev.cairn.ntm.keyring.SignatureChecker;
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
  Optional<FingerprintForm> run(BlockIndex index, DeclaredBlock block) {
    Optional<RsaPublicKey> key = key(index, block.keyId());
    checkAlgorithm(block.algorithm());
    Optional<byte[]> message = canonical(block);
    Optional<byte[]> signature = signature(block, key);
    if (key.isPresent()
        && message.isPresent()
        && signature.isPresent()
        && !findings.has(Check.ALGORITHM)
        && !checker.check(key.get(), message.get(), signature.get())) {
      findings.add(
          Check.SIGNATURE_INVALID,
          "The signature is not one of " + Quote.of(block.keyId()) + " over this block_data.");
    }
    return key.flatMap(known -> fingerprint(known, block.fingerprint()));
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

  private Optional<byte[]> canonical(DeclaredBlock block) {
    try {
      return Optional.of(block.canonical());
    } catch (PhpJsonException e) {
      findings.add(Check.CANONICAL_FAILED, "PHP does not encode block_data. " + e.getMessage());
      return Optional.empty();
    }
  }

  private Optional<byte[]> signature(DeclaredBlock block, Optional<RsaPublicKey> key) {
    Optional<byte[]> signature = block.signatureBytes();
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
