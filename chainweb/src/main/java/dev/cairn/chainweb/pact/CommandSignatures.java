package dev.cairn.chainweb.pact;

import dev.cairn.chainweb.Hash;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

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
          "The number of signers and signatures do not match. "
              + "Number of signers: %d. Number of signatures: %d."
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
    byte[] signature = parseSignature(index, sig);
    byte[] publicKey = parsePublicKey(index, signer.publicKey());
    if (!ed25519.check(publicKey, message, signature)) {
      throw new InvalidCommandException(invalid(index) + "invalid ed25519 signature.");
    }
  }

  private static byte[] parseSignature(int index, String hex) {
    return parseHex(hex, SIGNATURE_HEX_DIGITS)
        .orElseThrow(
            () ->
                new InvalidCommandException(
                    invalid(index)
                        + "failed to parse ed25519 signature: Invalid ED25519 Signature: \"%s\"."
                            .formatted(hex)));
  }

  private static byte[] parsePublicKey(int index, String hex) {
    return parseHex(hex, KEY_HEX_DIGITS)
        .orElseThrow(
            () ->
                new InvalidCommandException(
                    invalid(index) + "\"%s\" is no ed25519 public key.".formatted(hex)));
  }

  private static String invalid(int index) {
    return "The signature at position %d is invalid: ".formatted(index);
  }

  private static Optional<byte[]> parseHex(String hex, int digits) {
    if (hex.length() != digits || !hex.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return Optional.of(HexFormat.of().parseHex(hex));
  }
}
