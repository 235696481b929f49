package dev.cairn.ntm.keyring;

/** What a {@code pubkey_fingerprint} is the SHA-256 of. The protocol doesn't say; we write DER. */
public enum FingerprintForm {
  /** The DER SubjectPublicKeyInfo. */
  SPKI_DER("spki-der"),
  /** The PEM file's bytes as they are stored. */
  PEM_FILE("pem-file"),
  /** The key as PEM with 64 columns, LF and a final LF. */
  PEM_NORMALISED("pem-normalised"),
  /** The same without the final LF. */
  PEM_TRIMMED("pem-trimmed");

  private final String label;

  FingerprintForm(String label) {
    this.label = label;
  }

  /** The name in reports. */
  public String label() {
    return label;
  }
}
