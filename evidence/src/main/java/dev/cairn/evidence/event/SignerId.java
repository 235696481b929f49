package dev.cairn.evidence.event;

/** Who signed an event: a did:key, or the id of a registered device. */
public record SignerId(String value) {
  /** Longer than every did:key of the known algorithms and than device ids need to be. */
  public static final int MAX_CHARS = 256;

  public SignerId {
    if (value.isEmpty() || value.length() > MAX_CHARS) {
      throw new IllegalArgumentException(
          "A signer id has 1 to %d characters, not %d.".formatted(MAX_CHARS, value.length()));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
