package dev.cairn.pact.keyset;

import dev.cairn.pact.capability.CapabilityState;
import dev.cairn.pact.capability.Token;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.FunctionClosure;
import dev.cairn.pact.eval.NativeClosure;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.QualifiedName;
import dev.cairn.pact.value.Value;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether signatures satisfy a keyset (reference 4.6). */
final class KeysetCheck {
  private static final int SHOWN_IN_REPL = 8;
  private static final int SHOWN_ON_CHAIN = 10;

  private KeysetCheck() {}

  static void enforce(Context context, Guard.Keyset keyset) {
    int matched = matched(context.transaction(), keyset);
    int count = keyset.keys().size();
    boolean satisfied =
        switch (keyset.predicate()) {
          case Guard.Keyset.KEYS_ALL -> matched >= count;
          case Guard.Keyset.KEYS_ANY -> matched >= 1;
          case Guard.Keyset.KEYS_2 -> matched >= 2;
          default -> custom(context, keyset.predicate(), count, matched);
        };
    if (!satisfied) {
      throw failure(keyset);
    }
  }

  private static int matched(Transaction transaction, Guard.Keyset keyset) {
    CapabilityState state = transaction.capabilities();
    Set<Token> relevant =
        state.beingEvaluated().isEmpty() ? state.granted() : state.beingEvaluated();
    int matched = 0;
    for (Map.Entry<String, Set<Token>> signature :
        transaction.environment().signatures().byKey().entrySet()) {
      if (keyset.keys().contains(signature.getKey())
          && counts(signature.getValue(), relevant, state.hasAutonomous())) {
        matched++;
      }
    }
    return matched;
  }

  /** A signature limited to tokens counts only for those. */
  private static boolean counts(Set<Token> tokens, Set<Token> relevant, boolean autonomous) {
    return tokens.isEmpty() ? !autonomous : tokens.stream().anyMatch(relevant::contains);
  }

  private static boolean custom(Context context, String predicate, int count, int matched) {
    Value result = predicate(context, predicate).apply(PInteger.of(count), PInteger.of(matched));
    if (result instanceof PBool answer) {
      return answer.value();
    }
    throw PactException.fatal(
        "expected bool value, got " + result.kindName(),
        "Expected Boolean value, but got: " + result.kindName());
  }

  private static Closure predicate(Context context, String name) {
    return name.indexOf('.') < 0 ? nativePredicate(context, name) : memberPredicate(context, name);
  }

  private static Closure memberPredicate(Context context, String name) {
    QualifiedName qualified =
        QualifiedName.parse(name).orElseThrow(() -> invalidPredicate("expected defun"));
    if (context.transaction().modules().member(qualified) instanceof Defun function) {
      return new FunctionClosure(function, context);
    }
    throw invalidPredicate("expected defun");
  }

  private static Closure nativePredicate(Context context, String name) {
    Native entry = context.transaction().natives().find(name);
    if (entry == null) {
      throw invalidPredicate("expected native");
    }
    return new NativeClosure(entry, context);
  }

  private static PactException invalidPredicate(String reason) {
    return PactException.fatal(
        "Invalid custom predicate for keyset " + reason,
        "Invalid custom predicate for keyset: " + reason);
  }

  private static PactException failure(Guard.Keyset keyset) {
    String repl =
        keyset.keys().stream()
            .map(key -> key.substring(0, Math.min(SHOWN_IN_REPL, key.length())) + "...")
            .collect(Collectors.joining(", ", "[", "]"));
    String chain =
        keyset.keys().stream()
            .map(
                key ->
                    key.length() <= SHOWN_ON_CHAIN ? key : key.substring(0, SHOWN_ON_CHAIN) + "...")
            .collect(Collectors.joining(", "));
    return PactException.recoverable(
        "Keyset failure (" + keyset.predicate() + "): " + repl,
        "Keyset failure ( " + keyset.predicate() + " ):  " + chain);
  }
}
