package dev.cairn.ntm.keyring;

import dev.cairn.ntm.block.BlockIndex;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;

/** The private key with which new blocks are signed, and the name under which it is known. */
public final class SigningKey {

  private final String keyId;
  private final RSAPrivateCrtKey privateKey;
  private final RsaPublicKey publicKey;

  private SigningKey(String keyId, RSAPrivateCrtKey privateKey, RsaPublicKey publicKey) {
    this.keyId = keyId;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
  }

  /** Reads an unencrypted PKCS#8 PEM file. */
  public static SigningKey ofPem(String keyId, byte[] file) {
    try {
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      byte[] pkcs8 = Pem.decode(file, "PRIVATE KEY");
      if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof RSAPrivateCrtKey key)) {
        throw new KeyRejected("The private key lacks its public exponent.");
      }
      RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      RSAPublicKey publicKey = (RSAPublicKey) rsa.generatePublic(spec);
      return new SigningKey(keyId, key, RsaPublicKey.of(publicKey));
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The key file holds no RSA private key.", e);
    }
  }

  public String keyId() {
    return keyId;
  }

  public RsaPublicKey publicKey() {
    return publicKey;
  }

  public byte[] sign(SignatureScheme scheme, byte[] message) {
    return scheme.sign(privateKey, message);
  }

  /** The keyring of a chain that never had another key. */
  public Keyring soleKeyring() {
    return new Keyring(List.of(new KeyEntry(keyId, publicKey, BlockIndex.FIRST, Optional.empty())));
  }
}
