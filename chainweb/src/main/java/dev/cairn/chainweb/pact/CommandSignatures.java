package dev.cairn.chainweb.pact;

import dev.cairn.chainweb.Hash;
import java.util.HexFormat;
import java.util.List;

/** The rules for signatures on a command (reference §7.1). */
final class CommandSignatures {

  /** Most signatures that a node takes. */
  static final int MAX_SIGNATURES = 100;

  private static final int SIGNATURE_HEX_DIGITS = 128;
  private static final int KEY_HEX_DIGITS = 64;

  private CommandSignatures() {}

  /** Signature k belongs to signer k and is over the 32 bytes of the hash. */
  static void check(List<Signer> signers, Hash hash, List<String> sigs, Ed25519Check ed25519) {
    if (sigs.size() > MAX_SIGNATURES) {
      throw new InvalidCommandException("Too many signatures");
    }
    if (signers.size() != sigs.size()) {
      throw new InvalidCommandException(
          "The number of signers and signatures do not match. Number of signers: %d. Number of signatures: %d."
              .formatted(signers.size(), sigs.size()));
    }
    byte[] message = hash.bytes();
    for (int i = 0; i < sigs.size(); i++) {
      check(i, signers.get(i), message, sigs.get(i), ed25519);
    }
  }

  private static void check(
      int index, Signer signer, byte[] message, String sig, Ed25519Check ed25519) {
    if (!signer.isEd25519()) {
      throw new InvalidCommandException(
          "The signature at position %d has the unsupported scheme %s."
              .formatted(index, signer.scheme()));
    }
    byte[] signature = parse(index, sig, SIGNATURE_HEX_DIGITS, "signature");
    byte[] publicKey = parse(index, signer.publicKey(), KEY_HEX_DIGITS, "public key");
    if (!ed25519.check(publicKey, message, signature)) {
      throw new InvalidCommandException(
          "The signature at position %d is invalid: invalid ed25519 signature.".formatted(index));
    }
  }

  private static byte[] parse(int index, String hex, int digits, String what) {
    if (hex.length() == digits) {
      try {
        return HexFormat.of().parseHex(hex);
      } catch (IllegalArgumentException e) {
        // Not hex: the same answer as for a wrong length.
      }
    }
    throw new InvalidCommandException(
        "The signature at position %d is invalid: failed to parse ed25519 %s: Invalid ED25519 %s: \"%s\"."
            .formatted(index, what, what.equals("signature") ? "Signature" : "Public Key", hex));
  }
}
