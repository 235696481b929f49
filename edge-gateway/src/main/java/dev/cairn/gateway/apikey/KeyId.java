package dev.cairn.gateway.apikey;

/** The public half of an API key: names it in lists, logs and the audit log. */
public record KeyId(String value) {
  static final int CHARS = 16;

  public KeyId {
    if (!value.matches("[0-9a-f]{" + CHARS + "}")) {
      throw new IllegalArgumentException(
          "A key's id is " + CHARS + " hexadecimal digits in lower case.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
