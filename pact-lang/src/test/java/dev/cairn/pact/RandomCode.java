package dev.cairn.pact;

import dev.cairn.pact.chain.StandardNatives;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random programs: calls of natives and forms on random operands, and soups of tokens. */
public final class RandomCode {
  private static final List<String> NATIVES =
      StandardNatives.table().names().stream().sorted().toList();

  private static final List<String> FORMS =
      List.of(
          "if",
          "and",
          "or",
          "enforce",
          "enforce-one",
          "cond",
          "try",
          "do",
          "pure",
          "error",
          "let",
          "with-capability",
          "create-user-guard",
          "suspend",
          "map",
          "filter",
          "fold",
          "zip");

  private static final List<String> ATOMS =
      List.of(
          "0",
          "1",
          "-1",
          "2.5",
          "-0.0",
          "1e5",
          "99999999999999999999",
          "0.000000000000000001",
          "\"\"",
          "\"a\"",
          "\"{}{}\"",
          "\"é😀\"",
          "'tick",
          "true",
          "false",
          "()",
          "[]",
          "{}",
          "{'a:1}",
          "{\"a\": [1 2]}",
          "x",
          "m",
          "m.f",
          "m.C",
          "m.t",
          "x::f",
          "(+)",
          "(+ 1)",
          "(time \"2020-01-01T00:00:00Z\")",
          "(lambda (x) x)",
          "(lambda (x y) (+ x y))",
          "(lambda () 1)",
          "(m.f 1)",
          "(m.C 1)",
          "CHARSET_ASCII",
          "constantly");

  private static final List<String> TOKENS =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          ",",
          ":",
          "::",
          ":=",
          ".",
          "'",
          "\"",
          "\\",
          ";",
          "\n",
          " ",
          "let",
          "lambda",
          "module",
          "interface",
          "defun",
          "defcap",
          "defpact",
          "defconst",
          "defschema",
          "deftable",
          "use",
          "bless",
          "implements",
          "step",
          "step-with-rollback",
          "@doc",
          "@model",
          "@event",
          "@managed",
          "true",
          "0",
          "-1",
          "1.5",
          "x",
          "m",
          "\"s\"");

  /** A module for the random calls to call. */
  public static final String MODULE =
      "(module m G (defcap G () true) (defschema s a:integer) (deftable t:{s})"
          + " (defcap C:bool (i:integer) @event true) (defun f (i) (with-capability (C i) i))"
          + " (defpact p (i) (step i) (step-with-rollback i i) (step i)))";

  private static final int MAX_DEPTH = 4;

  private RandomCode() {}

  public static Arbitrary<String> expressions() {
    return expressions(MAX_DEPTH);
  }

  private static Arbitrary<String> expressions(int depth) {
    Arbitrary<String> atoms = Arbitraries.of(ATOMS);
    if (depth == 0) {
      return atoms;
    }
    Arbitrary<String> inner = expressions(depth - 1);
    return Arbitraries.frequencyOf(
        Tuple.of(2, atoms),
        Tuple.of(6, call(Arbitraries.of(NATIVES), inner)),
        Tuple.of(3, call(Arbitraries.of(FORMS), inner)),
        Tuple.of(1, inner.list().ofMaxSize(4).map(items -> "[" + String.join(" ", items) + "]")),
        Tuple.of(1, inner.map(value -> "{'a: " + value + ", 'b: 1}")),
        Tuple.of(1, inner.map(body -> "(lambda (x) " + body + ")")),
        Tuple.of(1, inner.map(body -> "(bind {'a: 1} {'a := x} " + body + ")")),
        Tuple.of(
            1,
            Combinators.combine(inner, inner)
                .as((value, body) -> "(let ((x " + value + ")) " + body + ")")));
  }

  private static Arbitrary<String> call(Arbitrary<String> heads, Arbitrary<String> operands) {
    return Combinators.combine(heads, operands.list().ofMaxSize(4))
        .as((head, all) -> "(" + head + " " + String.join(" ", all) + ")");
  }

  public static Arbitrary<String> soups() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(60).map(tokens -> String.join(" ", tokens));
  }
}
