package dev.cairn.pact.message;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.Guard;
import java.util.regex.Pattern;

/** What keys look like on chain (reference 2.4). */
final class KeyFormat {
  private static final Pattern ED25519 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern WEBAUTHN = Pattern.compile("WEBAUTHN-([0-9a-f]{2})+");

  private KeyFormat() {}

  /** Fails unless all keys have the form of a key. */
  static void require(Guard.Keyset keyset) {
    for (String key : keyset.keys()) {
      if (!ED25519.matcher(key).matches() && !WEBAUTHN.matcher(key).matches()) {
        throw PactException.fatal(
            "Invalid keyset format: " + ValueText.repl(keyset),
            "Invalid keyset format. Check that keys have the right length and signature scheme.");
      }
    }
  }
}
