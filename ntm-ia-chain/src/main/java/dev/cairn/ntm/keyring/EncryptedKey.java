package dev.cairn.ntm.keyring;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PKCS#8 under a passphrase by PBES2 (RFC 8018), as {@code openssl genpkey -aes256} writes it. */
final class EncryptedKey {

  static final String LABEL = "ENCRYPTED PRIVATE KEY";

  private static final String PBES2 = "PBES2";
  private static final String PBES2_OID = "1.2.840.113549.1.5.13";

  private EncryptedKey() {}

  /** The PKCS#8 bytes in the open. */
  static byte[] open(byte[] der, Passphrase passphrase) throws IOException {
    EncryptedPrivateKeyInfo info = parse(der);
    AlgorithmParameters parameters = info.getAlgParameters();
    char[] secret = passphrase.ask();
    PBEKeySpec spec = new PBEKeySpec(secret);
    Arrays.fill(secret, '\0');
    try {
      // The JDK names a PBES2 cipher after its parameters: PBEWithHmacSHA256AndAES_256.
      String scheme = parameters.toString();
      SecretKey key = SecretKeyFactory.getInstance(scheme).generateSecret(spec);
      Cipher cipher = Cipher.getInstance(scheme);
      cipher.init(Cipher.DECRYPT_MODE, key, parameters);
      return info.getKeySpec(cipher).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The passphrase does not open the key, or the file is damaged.", e);
    } finally {
      spec.clearPassword();
    }
  }

  private static EncryptedPrivateKeyInfo parse(byte[] der) {
    try {
      EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
      String algorithm = info.getAlgName();
      boolean pbes2 = algorithm.equals(PBES2) || algorithm.equals(PBES2_OID);
      if ((pbes2 || algorithm.startsWith("PBEWithHmac")) && info.getAlgParameters() != null) {
        return info;
      }
      throw new KeyRejected(
          "The key is encrypted by " + algorithm + "; `openssl pkcs8 -topk8` makes it PBES2.");
    } catch (IOException malformed) {
      throw new KeyRejected("The key file is no PKCS#8 under PBES2 that can be opened.", malformed);
    }
  }
}
