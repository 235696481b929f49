package dev.cairn.pact.keyset;

import dev.cairn.pact.capability.Token;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys that signed the transaction, each with the capability tokens it is limited to.
 *
 * @param byKey no tokens: the signature counts for everything
 */
public record Signatures(Map<String, Set<Token>> byKey) {
  /** Nobody signed. */
  public static final Signatures NONE = new Signatures(Map.of());

  public Signatures {
    Map<String, Set<Token>> copy = new LinkedHashMap<>();
    byKey.forEach((key, tokens) -> copy.put(key, new LinkedHashSet<>(tokens)));
    byKey = copy;
  }

  /** The tokens of all signatures. */
  public Stream<Token> tokens() {
    return byKey.values().stream().flatMap(Set::stream);
  }
}
