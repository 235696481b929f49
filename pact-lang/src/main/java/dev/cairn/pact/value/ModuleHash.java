package dev.cairn.pact.value;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The hash of a module, in base64url without padding. */
public record ModuleHash(String text) {
  /** Stands for a module's own hash while that is being computed (reference section 3.3). */
  public static final ModuleHash PLACEHOLDER =
      of("#placeholder".getBytes(StandardCharsets.US_ASCII));

  /** The same for an interface, whose estimated size while it is loaded depends on it. */
  public static final ModuleHash INTERFACE_PLACEHOLDER =
      of("placeholder".getBytes(StandardCharsets.US_ASCII));

  public static ModuleHash of(byte[] bytes) {
    return new ModuleHash(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Reads base64url without padding, of any length. */
  public static Optional<ModuleHash> parse(String text) {
    try {
      ModuleHash hash = of(Base64.getUrlDecoder().decode(text));
      return hash.text.equals(text) ? Optional.of(hash) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
