package dev.cairn.ntm.keyring;

import dev.cairn.ntm.block.BlockHash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An RSA public key of at least 2,048 bits, with the file that it came from. */
public final class RsaPublicKey {

  static final String LABEL = "PUBLIC KEY";

  private static final int MIN_BITS = 2048;

  /** A check with a longer key takes more than a hundred times as long as one with 2,048 bits. */
  private static final int MAX_BITS = 16_384;

  private static final String FINGERPRINT_PREFIX = "SHA256:";

  private final RSAPublicKey key;

  /** Computed once: each block asks for them. */
  private final Map<FingerprintForm, String> fingerprints = new EnumMap<>(FingerprintForm.class);

  private RsaPublicKey(RSAPublicKey key, byte[] pemFile) {
    int bits = key.getModulus().bitLength();
    if (bits < MIN_BITS || bits > MAX_BITS) {
      throw new KeyRejected(
          "An RSA key has " + MIN_BITS + " to " + MAX_BITS + " bits, not " + bits + ".");
    }
    this.key = key;
    for (FingerprintForm form : FingerprintForm.values()) {
      fingerprints.put(form, FINGERPRINT_PREFIX + BlockHash.of(input(form, key, pemFile)));
    }
  }

  /** Reads a PEM file with a SubjectPublicKeyInfo. */
  public static RsaPublicKey ofPem(byte[] file) {
    try {
      X509EncodedKeySpec spki = new X509EncodedKeySpec(Pem.decode(file, LABEL));
      return new RsaPublicKey(
          (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spki), file);
    } catch (GeneralSecurityException e) {
      throw new KeyRejected("The key file holds no RSA public key.", e);
    }
  }

  /** A key that has no file; its PEM form is the normalised one. */
  public static RsaPublicKey of(RSAPublicKey key) {
    byte[] pem = Pem.encode(key.getEncoded(), LABEL).getBytes(StandardCharsets.US_ASCII);
    return new RsaPublicKey(key, pem);
  }

  public RSAPublicKey key() {
    return key;
  }

  /** Length of the modulus, which is the length of each signature. */
  public int signatureBytes() {
    return (key.getModulus().bitLength() + Byte.SIZE - 1) / Byte.SIZE;
  }

  public String toPem() {
    return Pem.encode(key.getEncoded(), LABEL);
  }

  /** {@code SHA256:} and 64 hex digits. */
  public String fingerprint(FingerprintForm form) {
    return Objects.requireNonNull(fingerprints.get(form));
  }

  /** The first form in which this text is the key's fingerprint. */
  public Optional<FingerprintForm> formOf(String fingerprint) {
    for (Map.Entry<FingerprintForm, String> known : fingerprints.entrySet()) {
      if (known.getValue().equals(fingerprint)) {
        return Optional.of(known.getKey());
      }
    }
    return Optional.empty();
  }

  private static byte[] input(FingerprintForm form, RSAPublicKey key, byte[] pemFile) {
    String pem = Pem.encode(key.getEncoded(), LABEL);
    return switch (form) {
      case SPKI_DER -> key.getEncoded();
      case PEM_FILE -> pemFile;
      case PEM_NORMALISED -> pem.getBytes(StandardCharsets.US_ASCII);
      case PEM_TRIMMED -> pem.stripTrailing().getBytes(StandardCharsets.US_ASCII);
    };
  }
}
