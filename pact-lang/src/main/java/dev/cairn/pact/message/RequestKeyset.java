package dev.cairn.pact.message;

import dev.cairn.pact.eval.Context;
import dev.cairn.pact.gas.TextCost;
import dev.cairn.pact.value.CodePoints;
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

  private static final String KEYS = "keys";
  private static final String PREDICATE = "pred";

  /** A built-in predicate, a native's name or a qualified function. */
  private static final Pattern PREDICATE_NAME = Pattern.compile(NAME + "(\\." + NAME + "){0,2}");

  private RequestKeyset() {}

  /** The keyset of that name in the request's data, if there is one. */
  public static Optional<Guard.Keyset> read(Context context, String name) {
    if (!(context.transaction().environment().data() instanceof PObject object)) {
      return Optional.empty();
    }
    context.charge(TextCost.lookup(CodePoints.length(name), object.fields().size()));
    PactValue value = object.get(name);
    if (value instanceof Guard.Keyset keyset) {
      return Optional.of(keyset);
    }
    if (value instanceof PObject parts) {
      return fromParts(context, parts);
    }
    return value instanceof PList keys
        ? keys(keys).map(texts -> Guard.Keyset.of(texts, Guard.Keyset.KEYS_ALL))
        : Optional.empty();
  }

  private static Optional<Guard.Keyset> fromParts(Context context, PObject parts) {
    int fields = parts.fields().size();
    context.charge(
        TextCost.lookup(KEYS.length(), fields) + TextCost.lookup(PREDICATE.length(), fields));
    PactValue predicate =
        parts.fields().getOrDefault(PREDICATE, new PString(Guard.Keyset.KEYS_ALL));
    if (!(parts.get(KEYS) instanceof PList keys)
        || !(predicate instanceof PString text)
        || !PREDICATE_NAME.matcher(text.value()).matches()) {
      return Optional.empty();
    }
    context.charge(TextCost.parsing(CodePoints.length(text.value())));
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
