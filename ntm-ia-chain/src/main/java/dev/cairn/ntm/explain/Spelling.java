package dev.cairn.ntm.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How a file spells its {@code block_data} beside the signed bytes, and what jq makes of it. jq
 * keeps or rewrites a number by rules of its own, which change from version to version.
 *
 * @param differences sentences, one for each token that is spelled otherwise
 * @param jq what jq needs to write the signed bytes
 * @param obstacles why jq can't write them; empty if it can
 */
record Spelling(List<String> differences, Jq jq, List<String> obstacles) {

  /** Beyond it jq 1.6 rounds. */
  private static final double MAX_EXACT_INTEGER = 0x1p53;

  private static final Pattern NUMBER = Pattern.compile("-?[0-9].*");

  /** Differences that are listed; the others are only counted. */
  private static final int MAX_LISTED = 20;

  /** What a jq program has to do. */
  enum Jq {
    AS_IS,
    /** Numbers have to be read as such, so that 0.80 becomes 0.8. */
    NUMBERS,
    CANNOT
  }

  static Spelling compare(List<String> file, List<String> signed) {
    if (file.size() != signed.size()) {
      String list = "An object of block_data is a list or empty for PHP, which signs it as [..].";
      return new Spelling(List.of(list), Jq.CANNOT, List.of(list));
    }
    return new Comparison().run(file, signed);
  }

  private static final class Comparison {
    private final List<String> differences = new ArrayList<>();
    private final List<String> obstacles = new ArrayList<>();
    private boolean numbers;
    private int unlisted;

    Spelling run(List<String> file, List<String> signed) {
      String key = "block_data";
      for (int i = 0; i < file.size(); i++) {
        compare(key, file.get(i), signed.get(i));
        key = i + 1 < file.size() && file.get(i + 1).equals(":") ? file.get(i) : key;
      }
      if (unlisted > 0) {
        differences.add("There are " + unlisted + " more.");
      }
      Jq jq = numbers ? Jq.NUMBERS : Jq.AS_IS;
      return new Spelling(differences, obstacles.isEmpty() ? jq : Jq.CANNOT, obstacles);
    }

    private void compare(String key, String file, String signed) {
      if (!file.equals(signed)) {
        differ(Shown.of(key) + ": the file has " + Shown.of(file) + ", signed is " + signed + ".");
      }
      if (NUMBER.matcher(signed).matches()) {
        number(key, file, signed);
      } else if (signed.indexOf(0x7f) >= 0) {
        obstacles.add(Shown.of(key) + " holds DEL, which jq escapes and PHP does not.");
      } else if ("{[".contains(signed) && !file.equals(signed)) {
        obstacles.add(Shown.of(key) + " is an object that PHP signs as a list.");
      }
    }

    private void differ(String sentence) {
      if (differences.size() < MAX_LISTED) {
        differences.add(sentence);
      } else {
        unlisted++;
      }
    }

    private void number(String key, String file, String signed) {
      if (file.startsWith("-0") && signed.equals("0")) {
        obstacles.add(Shown.of(key) + " is -0, which PHP reads as 0 and jq doesn't.");
      } else if (signed.contains("e") || file.contains("e") || file.contains("E")) {
        obstacles.add(Shown.of(key) + " has an exponent, which jq spells in its own way.");
      } else if (isTooExact(signed)) {
        obstacles.add(Shown.of(key) + " has more digits than each jq keeps.");
      } else if (!file.equals(signed)) {
        numbers = true;
      }
    }

    private static boolean isTooExact(String signed) {
      return !signed.contains(".") && Math.abs(Double.parseDouble(signed)) >= MAX_EXACT_INTEGER;
    }
  }
}
