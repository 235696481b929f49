package dev.cairn.devnet.spv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values as a node's texts show them where it quotes its own data structures. */
final class ShownValue {

  private ShownValue() {}

  /** Lists, literals and keysets; anything else as its JSON. */
  static String of(JsonNode value) {
    if (value.isArray()) {
      List<String> elements = new ArrayList<>();
      value.forEach(element -> elements.add(of(element)));
      return "PList [" + String.join(",", elements) + "]";
    }
    if (value.has("keys") && value.has("pred")) {
      return keyset(value);
    }
    return literal(value);
  }

  private static String literal(JsonNode value) {
    if (value.isTextual()) {
      return "PLiteral (LString {_lString = " + value + "})";
    }
    if (value.isBoolean()) {
      String name = value.booleanValue() ? "True" : "False";
      return "PLiteral (LBool {_lBool = " + name + "})";
    }
    if (value.has("int")) {
      return "PLiteral (LInteger {_lInteger = " + value.get("int").asText() + "})";
    }
    if (value.isNumber()) {
      return "PLiteral (LDecimal {_lDecimal = " + value.decimalValue().toPlainString() + "})";
    }
    return value.toString();
  }

  private static String keyset(JsonNode guard) {
    List<String> keys = new ArrayList<>();
    guard.get("keys").forEach(key -> keys.add("PublicKeyText {_pubKey = " + key + "}"));
    return "PGuard (GKeySet (KeySet {_ksKeys = fromList ["
        + String.join(",", keys)
        + "], _ksPredFun = Name (BareName {_bnName = "
        + guard.get("pred")
        + ", _bnInfo = })}))";
  }
}
