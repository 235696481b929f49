package dev.cairn.pact.principal;

import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PactValue;
import java.util.regex.Pattern;

/** Makes the principal of a guard, and recognizes the kind of a principal. */
public final class Principal {
  private static final Pattern PLAIN_KEY = Pattern.compile("[0-9a-f]{64}");

  private static final String HASH = "[A-Za-z0-9_-]{43}";
  private static final String NAME =
      "[\\p{L}%#+\\-_&$@<>=^?*!|/~][\\p{L}\\p{Nd}%#+\\-_&$@<>=^?*!|/~]*";
  private static final String MODULE = NAME + "(\\." + NAME + ")?";
  private static final String MEMBER = MODULE + "(\\." + NAME + ")?";
  private static final Pattern TEXT =
      Pattern.compile(
          String.join(
              "|",
              "k:[0-9A-Fa-f]{64}",
              "w:" + HASH + ":" + MEMBER,
              "r:(?s:.+)",
              "u:" + MEMBER + ":" + HASH,
              "m:" + MODULE + ":" + MEMBER,
              "p:" + HASH + ":" + MEMBER,
              "c:" + HASH));

  /** Longer texts are no names; a regular expression should not walk them. */
  private static final int MAX_LENGTH = 4_096;

  private Principal() {}

  /** The principal of a guard. */
  public static String of(Guard guard) {
    if (guard instanceof Guard.Keyset keyset) {
      return ofKeyset(keyset);
    }
    if (guard instanceof Guard.KeysetReference reference) {
      return "r:" + reference.name();
    }
    if (guard instanceof Guard.UserGuard user) {
      return "u:" + user.function() + ":" + PactHash.ofText(json(user.args().items()));
    }
    if (guard instanceof Guard.CapabilityGuard capability) {
      String pactId = capability.pactId() == null ? "" : capability.pactId();
      String text = capability.name() + json(capability.args().items()) + pactId;
      return "c:" + PactHash.ofText(text);
    }
    if (guard instanceof Guard.ModuleGuard module) {
      return "m:" + module.module() + ":" + module.name();
    }
    Guard.PactGuard pact = (Guard.PactGuard) guard;
    return "p:" + pact.pactId() + ":" + pact.name();
  }

  private static String ofKeyset(Guard.Keyset keyset) {
    boolean single = keyset.keys().size() == 1 && keyset.predicate().equals(Guard.Keyset.KEYS_ALL);
    if (single && PLAIN_KEY.matcher(keyset.keys().first()).matches()) {
      return "k:" + keyset.keys().first();
    }
    return "w:" + PactHash.ofText(String.join("", keyset.keys())) + ":" + keyset.predicate();
  }

  private static String json(Iterable<PactValue> arguments) {
    StringBuilder json = new StringBuilder();
    arguments.forEach(argument -> json.append(StableJson.write(argument)));
    return json.toString();
  }

  /** The kind of a principal, such as {@code k:}; empty for any other text. */
  public static String kind(String text) {
    boolean principal = text.length() <= MAX_LENGTH && TEXT.matcher(text).matches();
    return principal ? text.substring(0, 2) : "";
  }
}
