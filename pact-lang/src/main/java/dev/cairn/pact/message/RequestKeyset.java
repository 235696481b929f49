package dev.cairn.pact.message;

import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keysets in request data: a keyset, an object with keys and predicate, or a list of keys. */
public final class RequestKeyset {
  private static final String NAME = "[a-zA-Z%#+\\-_&$@<>=^?*!|/~][a-zA-Z0-9%#+\\-_&$@<>=^?*!|/~]*";

  /** A built-in predicate, a native's name or a qualified function. */
  private static final Pattern PREDICATE = Pattern.compile(NAME + "(\\." + NAME + "){0,2}");

  private RequestKeyset() {}

  /** The keyset of that name in the data, if there is one. */
  public static Optional<Guard.Keyset> read(PactValue data, String name) {
    if (!(data instanceof PObject object)) {
      return Optional.empty();
    }
    PactValue value = object.get(name);
    if (value instanceof Guard.Keyset keyset) {
      return Optional.of(keyset);
    }
    if (value instanceof PObject parts) {
      return fromParts(parts);
    }
    return value instanceof PList keys
        ? keys(keys).map(texts -> Guard.Keyset.of(texts, Guard.Keyset.KEYS_ALL))
        : Optional.empty();
  }

  private static Optional<Guard.Keyset> fromParts(PObject parts) {
    PactValue predicate = parts.fields().getOrDefault("pred", new PString(Guard.Keyset.KEYS_ALL));
    if (!(parts.get("keys") instanceof PList keys)
        || !(predicate instanceof PString text)
        || !PREDICATE.matcher(text.value()).matches()) {
      return Optional.empty();
    }
    return keys(keys).map(texts -> Guard.Keyset.of(texts, text.value()));
  }

  private static Optional<List<String>> keys(PList keys) {
    List<String> texts = new ArrayList<>();
    for (PactValue key : keys.items()) {
      if (!(key instanceof PString text)) {
        return Optional.empty();
      }
      texts.add(text.value());
    }
    return Optional.of(texts);
  }
}
