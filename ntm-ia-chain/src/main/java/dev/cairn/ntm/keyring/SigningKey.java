package dev.cairn.ntm.keyring;

import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.List;
import java.util.Optional;

/** The private key with which new blocks are signed, and the name under which it is known. */
public final class SigningKey {

  private static final String OPEN_LABEL = "PRIVATE KEY";

  private final String keyId;
  private final PrivateKey privateKey;
  private final RsaPublicKey publicKey;
  private final SignatureScheme scheme;

  SigningKey(String keyId, PrivateKey privateKey, RsaPublicKey publicKey, SignatureScheme scheme) {
    this.keyId = keyId;
    this.privateKey = privateKey;
    this.publicKey = publicKey;
    this.scheme = scheme;
  }

  /** Reads an unencrypted PKCS#8 PEM file. */
  public static SigningKey ofPem(String keyId, byte[] file) {
    return ofPkcs8(keyId, Pem.decode(file, OPEN_LABEL));
  }

  /** Reads a PKCS#8 PEM file, encrypted or not. */
  public static SigningKey ofPem(String keyId, byte[] file, Passphrase passphrase)
      throws IOException {
    return isEncrypted(file)
        ? ofPkcs8(keyId, EncryptedKey.open(Pem.decode(file, EncryptedKey.LABEL), passphrase))
        : ofPem(keyId, file);
  }

  /** Whether the file says that a passphrase is needed. */
  public static boolean isEncrypted(byte[] file) {
    return Pem.label(file).equals(EncryptedKey.LABEL);
  }

  private static SigningKey ofPkcs8(String keyId, byte[] pkcs8) {
    try {
      PrivateKey any =
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (!(any instanceof RSAPrivateCrtKey key)) {
        throw new KeyRejected("The private key lacks its public exponent.");
      }
      RSAPublicKey publicKey = publicKey(key.getModulus(), key.getPublicExponent());
      return new SigningKey(keyId, key, RsaPublicKey.of(publicKey), SignatureScheme.platform());
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The key file holds no RSA private key.", e);
    }
  }

  static RSAPublicKey publicKey(BigInteger modulus, BigInteger exponent)
      throws GeneralSecurityException {
    return (RSAPublicKey)
        KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  public String keyId() {
    return keyId;
  }

  public RsaPublicKey publicKey() {
    return publicKey;
  }

  /** RSASSA-PKCS1-v1_5 with SHA-256, where the key lies. */
  public byte[] sign(byte[] message) {
    return scheme.sign(privateKey, message);
  }

  /** The keyring of a chain that never had another key. */
  public Keyring soleKeyring() {
    return new Keyring(List.of(new KeyEntry(keyId, publicKey, BlockIndex.FIRST, Optional.empty())));
  }
}
