package dev.cairn.evidence.crypto;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Optional;

/** One signature algorithm of one JCA provider; its callers have checked the signature's form. */
final class JcaSignatures {
  private final KeyCache<PublicKey> keys;
  private final ThreadLocal<Signature> engines;

  private JcaSignatures(KeyCache<PublicKey> keys, ThreadLocal<Signature> engines) {
    this.keys = keys;
    this.engines = engines;
  }

  static JcaSignatures of(String algorithm, Provider provider, KeyCache<PublicKey> keys)
      throws GeneralSecurityException {
    ThreadLocal<Signature> engines = ThreadLocal.withInitial(() -> engine(algorithm, provider));
    engines.set(Signature.getInstance(algorithm, provider));
    return new JcaSignatures(keys, engines);
  }

  boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
    Optional<PublicKey> key = keys.get(publicKey);
    return key.isPresent() && verify(key.get(), message, signature);
  }

  private boolean verify(PublicKey key, byte[] message, byte[] signature) {
    try {
      Signature engine = engines.get();
      engine.initVerify(key);
      engine.update(message);
      return engine.verify(signature);
    } catch (SignatureException malformed) {
      return false;
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("The provider refused a key that it had decoded.", broken);
    }
  }

  private static Signature engine(String algorithm, Provider provider) {
    try {
      return Signature.getInstance(algorithm, provider);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(
          provider.getName() + " no longer serves " + algorithm + ".", missing);
    }
  }
}
