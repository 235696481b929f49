package dev.cairn.ntm.keyring;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** A signing key that never leaves its token: PKCS#11, as hardware modules and SoftHSM speak it. */
public final class TokenKey {

  private static final String PROVIDER = "SunPKCS11";

  private TokenKey() {}

  /**
   * The key under this alias. The token must hold a certificate beside it, self-signed will do:
   * that is how the platform finds the public half.
   *
   * @param configuration names the token's library and slot, in the form of {@code SunPKCS11}
   */
  public static SigningKey open(String keyId, Path configuration, String alias, Passphrase pin)
      throws IOException {
    Provider token = provider(configuration);
    char[] secret = pin.ask();
    try {
      KeyStore store = KeyStore.getInstance("PKCS11", token);
      store.load(null, secret);
      Certificate certificate = store.getCertificate(alias);
      if (!(store.getKey(alias, secret) instanceof PrivateKey key)
          || certificate == null
          || !(certificate.getPublicKey() instanceof RSAPublicKey publicKey)) {
        throw new KeyRejected("The token has no RSA key with a certificate named " + alias + ".");
      }
      return new SigningKey(
          keyId, key, RsaPublicKey.of(detached(publicKey)), SignatureScheme.of(token));
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The token does not open. " + e.getMessage(), e);
    } finally {
      Arrays.fill(secret, '\0');
    }
  }

  private static Provider provider(Path configuration) {
    Provider provider = Security.getProvider(PROVIDER);
    if (provider == null) {
      throw new KeyRejected("This Java has no " + PROVIDER + ".");
    }
    try {
      return provider.configure(configuration.toString());
    } catch (InvalidParameterException | UnsupportedOperationException e) {
      throw new KeyRejected(configuration + " configures no token. " + e.getMessage(), e);
    }
  }

  /** The same key without its token: signatures are checked in this process. */
  private static RSAPublicKey detached(RSAPublicKey key) throws GeneralSecurityException {
    return SigningKey.publicKey(key.getModulus(), key.getPublicExponent());
  }
}
