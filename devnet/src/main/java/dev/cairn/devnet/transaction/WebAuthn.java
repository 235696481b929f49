package dev.cairn.devnet.transaction;

import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.devnet.json.ShapeException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Signatures of authenticators, whose text is the JSON of an assertion (reference/chainweb.md 7.1).
 */
final class WebAuthn {

  private static final String PREFIX = "WEBAUTHN-";

  private WebAuthn() {}

  /** What is wrong with a signature over a command's hash, if anything. */
  static Optional<String> problem(String publicKey, String signature, Hash message) {
    Optional<CoseKey> key = key(publicKey);
    if (key.isEmpty()) {
      return Optional.of("failed to parse webauthn pubkey: " + publicKey);
    }
    try {
      return problem(
          key.get(), JsonShape.parse(signature.getBytes(StandardCharsets.UTF_8)), message);
    } catch (ShapeException noAssertion) {
      return Optional.of("failed to parse webauthn signature: " + noAssertion.getMessage());
    } catch (IllegalArgumentException noBase64) {
      return Optional.of("failed to parse webauthn signature: " + noBase64.getMessage());
    }
  }

  // signature over authenticator data ‖ SHA-256(client data); the client data names the challenge
  private static Optional<String> problem(CoseKey key, JsonShape assertion, Hash message) {
    byte[] signature = Base64.getDecoder().decode(assertion.member("signature").text());
    byte[] authenticator = Base64.getDecoder().decode(assertion.member("authenticatorData").text());
    byte[] client = Base64.getUrlDecoder().decode(assertion.member("clientDataJSON").text());
    if (!key.verifies(join(authenticator, sha256(client)), signature)) {
      return Optional.of("webauthn signature check: invalid signature");
    }
    String challenge = JsonShape.parse(client).member("challenge").text();
    return challenge.equals(message.toString())
        ? Optional.empty()
        : Optional.of("Hash mismatch, signature signs for the wrong transaction");
  }

  // With the prefix the key counts for keysets; without it the signature is good, and nobody's.
  private static Optional<CoseKey> key(String publicKey) {
    String hex = publicKey.startsWith(PREFIX) ? publicKey.substring(PREFIX.length()) : publicKey;
    try {
      return CoseKey.read(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException notHex) {
      return Optional.empty();
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has SHA-256.", impossible);
    }
  }
}
