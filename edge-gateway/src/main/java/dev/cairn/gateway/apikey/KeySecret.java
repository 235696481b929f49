package dev.cairn.gateway.apikey;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An API key as its holder has it: {@code cairn_ID_SECRET}, 16 hexadecimal digits and 43 characters
 * of base64url. The prefix lets secret scanners find keys that got out; the id finds the row.
 */
public final class KeySecret {
  private static final String PREFIX = "cairn_";
  private static final int SECRET_BYTES = 32;

  /** Everything that is no key is refused by its length alone, however long it is. */
  private static final int CHARS = PREFIX.length() + KeyId.CHARS + 1 + 43;

  private static final Pattern FORM = Pattern.compile("cairn_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");

  private final String text;

  private KeySecret(String text) {
    this.text = text;
  }

  public static KeySecret generate(SecureRandom random) {
    byte[] id = new byte[KeyId.CHARS / 2];
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(id);
    random.nextBytes(secret);
    return new KeySecret(
        PREFIX
            + HexFormat.of().formatHex(id)
            + "_"
            + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** The key of a text; empty if it has not the form of one. */
  public static Optional<KeySecret> parse(String text) {
    return text.length() == CHARS && FORM.matcher(text).matches()
        ? Optional.of(new KeySecret(text))
        : Optional.empty();
  }

  public KeyId id() {
    return new KeyId(text.substring(PREFIX.length(), PREFIX.length() + KeyId.CHARS));
  }

  public KeyHash hash() {
    return KeyHash.of(text);
  }

  /** The whole key; to be shown once, to whoever asked for it. */
  public String reveal() {
    return text;
  }

  /** Never the secret. */
  @Override
  public String toString() {
    return "KeySecret[" + id() + "]";
  }
}
