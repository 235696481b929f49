package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.contract.Signer;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * Whether a command carries the signatures of its signers, with a node's words where it does not.
 */
public final class SignatureCheck {

  /** A node takes no more. */
  public static final int MAX_SIGNATURES = 100;

  private SignatureCheck() {}

  /** What is wrong with the signatures, if anything. */
  public static Optional<String> problem(Command command) {
    List<Signer> signers = command.signers();
    List<String> signatures = command.signed().sigs();
    if (signers.size() != signatures.size()) {
      return Optional.of(
          "The number of signers and signatures do not match. Number of signers: "
              + signers.size()
              + ". Number of signatures: "
              + signatures.size()
              + ".");
    }
    for (int i = 0; i < signers.size(); i++) {
      Optional<String> problem = problem(signers.get(i), signatures.get(i), command.requestKey());
      if (problem.isPresent()) {
        return Optional.of(
            "The signature at position " + i + " is invalid: " + problem.get() + ".");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> problem(Signer signer, String signature, Hash message) {
    if (signer.scheme().equals(Signer.WEB_AUTHN_SCHEME)) {
      return WebAuthn.problem(signer.publicKey(), signature, message);
    }
    Optional<byte[]> bytes = hex(signature, Ed25519.SIGNATURE_SIZE);
    if (bytes.isEmpty()) {
      return Optional.of(
          "failed to parse ed25519 signature: Invalid ED25519 Signature: \"" + signature + "\"");
    }
    Optional<byte[]> key = hex(signer.publicKey(), Ed25519.PUBLIC_KEY_SIZE);
    if (key.isEmpty()) {
      return Optional.of(
          "failed to parse ed25519 public key: Invalid ED25519 PublicKey: \""
              + signer.publicKey()
              + "\"");
    }
    boolean good = Ed25519.verify(bytes.get(), 0, key.get(), 0, message.bytes(), 0, Hash.SIZE);
    return good ? Optional.empty() : Optional.of("invalid ed25519 signature");
  }

  private static Optional<byte[]> hex(String text, int size) {
    try {
      return Optional.of(HexFormat.of().parseHex(text)).filter(bytes -> bytes.length == size);
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }
}
