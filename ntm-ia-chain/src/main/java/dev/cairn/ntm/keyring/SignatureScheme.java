package dev.cairn.ntm.keyring;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Optional;

/**
 * RSASSA-PKCS1-v1_5 with SHA-256 by a provider of java.security. It is deterministic: the same key
 * and bytes give the same signature. Any thread may use it.
 */
public final class SignatureScheme {

  private static final String JCA_NAME = "SHA256withRSA";

  private final Optional<Provider> provider;

  private SignatureScheme(Optional<Provider> provider) {
    this.provider = provider;
  }

  /** The platform's own choice of provider. */
  public static SignatureScheme platform() {
    return new SignatureScheme(Optional.empty());
  }

  /** This provider, for instance Amazon Corretto's. It need not be registered. */
  public static SignatureScheme of(Provider provider) {
    return new SignatureScheme(Optional.of(provider));
  }

  public byte[] sign(PrivateKey key, byte[] message) {
    try {
      Signature signature = newSignature();
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The private key can't sign. " + e.getMessage(), e);
    }
  }

  /** A new checker for one thread. */
  public SignatureChecker newChecker() {
    return new SignatureChecker(this);
  }

  Signature newSignature() throws GeneralSecurityException {
    return provider.isPresent()
        ? Signature.getInstance(JCA_NAME, provider.get())
        : Signature.getInstance(JCA_NAME);
  }
}
