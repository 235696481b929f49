package dev.cairn.pact.typecheck;

import dev.cairn.pact.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The types that natives take and give, where these do not depend on each other. */
final class NativeTypes {
  /** Natives with the types of their arguments and, last, of their results. */
  private static final String TABLE =
      """
      abs: number number; negate: number number; dec: integer decimal; mod: integer integer integer
      exp: number decimal; ln: number decimal; sqrt: number decimal
      &: integer integer integer; |: integer integer integer; xor: integer integer integer
      ~: integer integer; shift: integer integer integer; not: bool bool
      =: * * bool; !=: * * bool; <: * * bool; <=: * * bool
      >: * * bool; >=: * * bool
      and?: closure closure * bool; or?: closure closure * bool; not?: closure * bool
      length: sized integer; contains: * * bool; is-charset: integer string bool
      concat: [string] string; str-to-list: string [string]; format: string list string
      show: * string; int-to-str: integer integer string; base64-encode: string string
      base64-decode: string string; typeof: * string; hash: * string
      hash-keccak256: [string] string; time: string time; parse-time: string string time
      format-time: string time string; add-time: time number time; diff-time: time time decimal
      minutes: number decimal; hours: number decimal; days: number decimal
      read-integer: string integer; read-decimal: string decimal; read-string: string string
      read-keyset: string guard; enforce-guard: guardlike bool; enforce-keyset: guardlike bool
      keyset-ref-guard: string guard; create-module-guard: string guard
      create-pact-guard: string guard; create-capability-guard: * guard
      create-capability-pact-guard: * guard; create-principal: guard string
      validate-principal: guard string bool; is-principal: string bool
      typeof-principal: string string; tx-hash: string; pact-id: string
      require-capability: * bool; compose-capability: * bool; emit-event: * bool
      install-capability: * string; chain-data: object; keys: * [string]
      verify-spv: string object object; where: string closure object bool
      make-list: integer * list; filter: closure list list; distinct: list list
      """;

  private static final Map<String, List<StaticType>> SIGNATURES = signatures();

  private NativeTypes() {}

  /** Types of the arguments, then of the result; empty where they depend on each other. */
  static List<StaticType> of(String name) {
    return SIGNATURES.getOrDefault(name, List.of());
  }

  private static Map<String, List<StaticType>> signatures() {
    Map<String, List<StaticType>> all = new HashMap<>();
    for (String entry : TABLE.strip().split("[;\n]", -1)) {
      String[] words = entry.strip().split(" ", -1);
      List<StaticType> types = new ArrayList<>();
      for (int i = 1; i < words.length; i++) {
        types.add(type(words[i]));
      }
      all.put(words[0].substring(0, words[0].length() - 1), List.copyOf(types));
    }
    return all;
  }

  private static StaticType type(String word) {
    return switch (word) {
      case "*" -> StaticType.Bare.UNKNOWN;
      case "closure" -> StaticType.Bare.UNKNOWN;
      case "list" -> new StaticType.Of(Type.Open.LIST);
      case "object" -> new StaticType.Of(Type.Open.OBJECT);
      case "[string]" -> new StaticType.Items(type("string"));
      case "number" -> StaticType.union(List.of(type("integer"), type("decimal")));
      case "guardlike" -> StaticType.union(List.of(type("guard"), type("string")));
      case "sized" -> StaticType.union(List.of(type("string"), type("list"), type("object")));
      default -> new StaticType.Of(Type.Primitive.valueOf(word.toUpperCase(java.util.Locale.ROOT)));
    };
  }
}
