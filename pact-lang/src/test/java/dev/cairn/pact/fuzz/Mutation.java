package dev.cairn.pact.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Programs near valid ones: tokens left out, doubled, swapped, replaced, nested or spoilt. */
final class Mutation {
  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.){0,500}\"|[(){}\\[\\]]|[^\\s(){}\\[\\]\"]+|\\s+");

  private static final List<String> SPICE =
      List.of(
          "()",
          "[]",
          "{}",
          "\"\"",
          "'t",
          "-0.0",
          "0",
          "99999999999999999999999999",
          "1.0e9",
          "0." + "9".repeat(255),
          "true",
          "(",
          ")",
          "{'a:1}",
          "(lambda (x) x)",
          "(+ 1)",
          "::",
          ":=",
          "@managed",
          "(time \"2020-01-01T00:00:00Z\")",
          "(enumerate 0 40)",
          "(read-msg)",
          "(shift 1 100000)",
          "\"\\u0000\uD83D\uDE00\"");

  private final Random random;

  Mutation(Random random) {
    this.random = random;
  }

  /** The program after some changes. */
  String of(String program, List<String> others) {
    List<String> tokens = tokens(program);
    for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
      change(tokens, others);
    }
    return String.join("", tokens);
  }

  private static List<String> tokens(String program) {
    List<String> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(program);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
    return tokens;
  }

  private void change(List<String> tokens, List<String> others) {
    if (tokens.isEmpty()) {
      return;
    }
    int at = random.nextInt(tokens.size());
    int length = Math.min(tokens.size() - at, 1 + random.nextInt(12));
    List<String> part = List.copyOf(tokens.subList(at, at + length));
    switch (random.nextInt(10)) {
      case 0 -> tokens.subList(at, at + length).clear();
      case 1 -> tokens.addAll(at, part);
      case 2 -> tokens.addAll(random.nextInt(tokens.size()), part);
      case 3 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
      case 4 -> tokens.set(at, SPICE.get(random.nextInt(SPICE.size())));
      case 5 -> tokens.add(at, SPICE.get(random.nextInt(SPICE.size())));
      case 6 -> tokens.set(at, wrapped(tokens.get(at)));
      case 7 -> tokens.subList(at, tokens.size()).clear();
      case 8 -> tokens.set(at, spoilt(tokens.get(at)));
      default -> insertOther(tokens, at, others);
    }
  }

  private void insertOther(List<String> tokens, int at, List<String> others) {
    List<String> other = tokens(others.get(random.nextInt(others.size())));
    int from = random.nextInt(other.size());
    int to = Math.min(other.size(), from + 1 + random.nextInt(40));
    tokens.addAll(at, other.subList(from, to));
  }

  private String wrapped(String token) {
    int times = 1 << random.nextInt(9);
    return switch (random.nextInt(3)) {
      case 0 -> "(identity ".repeat(times) + token + ")".repeat(times);
      case 1 -> "[".repeat(times) + token + "]".repeat(times);
      default -> "{'a: ".repeat(times) + token + "}".repeat(times);
    };
  }

  private String spoilt(String token) {
    StringBuilder text = new StringBuilder(token);
    int at = random.nextInt(text.length());
    text.setCharAt(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
    return text.toString();
  }
}
