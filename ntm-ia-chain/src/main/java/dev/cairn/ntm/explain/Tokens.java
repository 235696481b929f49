package dev.cairn.ntm.explain;

import java.util.ArrayList;
import java.util.List;

/** The strings, numbers, words and punctuation of a JSON text that is known to be well-formed. */
final class Tokens {

  private final String text;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** All tokens, as the text spells them. */
  static List<String> of(String text) {
    Tokens tokens = new Tokens(text);
    List<String> all = new ArrayList<>();
    for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
      all.add(token);
    }
    return all;
  }

  /** Those of the value that follows the member's name at the text's top level. */
  static List<String> ofMember(String text, String name) {
    List<String> all = of(text);
    int depth = 0;
    for (int i = 0; i < all.size(); i++) {
      if (depth == 1 && all.get(i).equals('"' + name + '"') && all.get(i + 1).equals(":")) {
        return value(all, i + 2);
      }
      depth += change(all.get(i));
    }
    return List.of();
  }

  private static List<String> value(List<String> all, int start) {
    int depth = 0;
    for (int i = start; i < all.size(); i++) {
      depth += change(all.get(i));
      if (depth == 0) {
        return all.subList(start, i + 1);
      }
    }
    return List.of();
  }

  private static int change(String token) {
    return switch (token) {
      case "{", "[" -> 1;
      case "}", "]" -> -1;
      default -> 0;
    };
  }

  private String next() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    int start = at;
    if (at < text.length()) {
      char first = text.charAt(at++);
      if (first == '"') {
        string();
      } else if (!isPunctuation(first)) {
        word();
      }
    }
    return text.substring(start, at);
  }

  private void string() {
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private void word() {
    while (at < text.length()
        && !isPunctuation(text.charAt(at))
        && " \t\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private static boolean isPunctuation(char c) {
    return "{}[],:".indexOf(c) >= 0;
  }
}
