package dev.cairn.chainweb.pact;

import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Ed25519 for the tests of this room; products choose their own provider. */
final class BouncyCastleKeys {

  static final Ed25519Check CHECK =
      (publicKey, message, signature) ->
          Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);

  private BouncyCastleKeys() {}

  /** A key from a 32-byte seed. */
  static CommandSigner signer(byte[] seed) {
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(seed, 0, publicKey, 0);
    return new CommandSigner() {
      @Override
      public String publicKeyHex() {
        return HexFormat.of().formatHex(publicKey);
      }

      @Override
      public byte[] sign(byte[] hash32) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, hash32, 0, hash32.length, signature, 0);
        return signature;
      }
    };
  }
}
