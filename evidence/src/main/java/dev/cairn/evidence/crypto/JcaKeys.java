package dev.cairn.evidence.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Optional;

/** Public keys as JCA objects, by way of their X.509 SubjectPublicKeyInfo (RFC 8410, RFC 5480). */
final class JcaKeys {
  private static final byte[] ED25519_INFO = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] P256_INFO =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a8648ce3d030107034200");

  private JcaKeys() {}

  static KeyCache<PublicKey> ed25519(KeyFactory factory) {
    return new KeyCache<>(
        encoded ->
            Ed25519Rule.admitsKey(encoded)
                ? decode(factory, ED25519_INFO, encoded)
                : Optional.empty());
  }

  static KeyCache<PublicKey> p256(KeyFactory factory) {
    return new KeyCache<>(
        encoded ->
            EcCurve.P256
                .point(encoded)
                .flatMap(point -> decode(factory, P256_INFO, point.getEncoded(false))));
  }

  private static Optional<PublicKey> decode(KeyFactory factory, byte[] info, byte[] key) {
    byte[] spki = new byte[info.length + key.length];
    System.arraycopy(info, 0, spki, 0, info.length);
    System.arraycopy(key, 0, spki, info.length, key.length);
    try {
      return Optional.of(factory.generatePublic(new X509EncodedKeySpec(spki)));
    } catch (GeneralSecurityException refused) {
      return Optional.empty();
    }
  }
}
