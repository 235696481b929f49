package dev.cairn.gateway.device;

/**
 * A device's name within its tenant. It stands in paths and in {@code kid}: no slash, no percent
 * sign, no leading dot, and never the look of a DID.
 */
public record DeviceId(String value) {
  /** A serial number with its maker's name. */
  public static final int MAX_CHARS = 128;

  public DeviceId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9._:-]{0," + (MAX_CHARS - 1) + "}")
        || value.startsWith("did:")) {
      throw new IllegalArgumentException(
          "A device id is 1 to "
              + MAX_CHARS
              + " letters, digits, dots, colons, hyphens and underscores, begins with a letter or"
              + " digit, and is no DID.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
