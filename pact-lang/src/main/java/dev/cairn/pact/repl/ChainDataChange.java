package dev.cairn.pact.repl;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.ChainData;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PTime;
import dev.cairn.pact.value.PactValue;
import java.util.HashMap;
import java.util.Map;

/** Changes of single members of the chain data. */
final class ChainDataChange {

  private ChainDataChange() {}

  /** The environment with these members changed; fails on unknown members and wrong types. */
  static Environment apply(Environment environment, PObject changes) {
    Map<String, PactValue> members = new HashMap<>(environment.chain().toObject().fields());
    changes.fields().forEach((key, value) -> change(members, key, value));
    return environment.withChain(
        new ChainData(
            text(members, "chain-id"),
            number(members, "block-height"),
            ((PTime) member(members, "block-time")).micros(),
            text(members, "prev-block-hash"),
            text(members, "sender"),
            number(members, "gas-limit"),
            price(members)));
  }

  private static void change(Map<String, PactValue> members, String key, PactValue value) {
    PactValue present = members.get(key);
    if (present == null || present.getClass() != value.getClass()) {
      throw PactException.recoverable("envChainData: bad public metadata value for key: " + key);
    }
    if (value instanceof PInteger number && number.value().bitLength() >= Long.SIZE) {
      throw PactException.recoverable("envChainData: number is too large for key: " + key);
    }
    members.put(key, value);
  }

  private static PactValue member(Map<String, PactValue> members, String key) {
    PactValue value = members.get(key);
    if (value == null) {
      throw new IllegalStateException("Chain data has no member " + key + ".");
    }
    return value;
  }

  private static String text(Map<String, PactValue> members, String key) {
    return ((PString) member(members, key)).value();
  }

  private static long number(Map<String, PactValue> members, String key) {
    return ((PInteger) member(members, key)).value().longValue();
  }

  private static Decimal price(Map<String, PactValue> members) {
    return ((PDecimal) member(members, "gas-price")).value();
  }
}
