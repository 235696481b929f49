package dev.cairn.gateway.device;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/** The SHA-256 of a certificate's DER, as {@code openssl x509 -fingerprint -sha256} shows it. */
public record Fingerprint(String hex) {

  public Fingerprint {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "A fingerprint is the 64 hexadecimal digits of a SHA-256.");
    }
  }

  /** Reads the digits with or without colons, in any case. */
  public static Fingerprint parse(String text) {
    return new Fingerprint(text.replace(":", "").toLowerCase(Locale.ROOT));
  }

  public static Fingerprint of(X509Certificate certificate) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
      return new Fingerprint(HexFormat.of().formatHex(hash));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("A certificate that came by TLS has an encoding.", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
