package dev.cairn.ntm.canonical;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A value as PHP's {@code json_decode(text, true)} yields it and {@code json_encode} takes it. A
 * JSON object and a JSON list both decode to a PHP array; the two are kept apart here only so that
 * a reader can say which one the text had. The encoder treats them alike.
 */
public sealed interface PhpValue {

  /** What {@code null} in a text stands for. */
  enum PhpNull implements PhpValue {
    NULL
  }

  /** PHP's {@code new stdClass}, the only value that is written as <code>{}</code>. */
  enum PhpEmptyObject implements PhpValue {
    EMPTY
  }

  record PhpBool(boolean value) implements PhpValue {}

  /** A literal without fraction and exponent that fits in 64 bits. */
  record PhpInteger(long value) implements PhpValue {}

  /** Any other number; infinite where the literal is too large. */
  record PhpDouble(double value) implements PhpValue {}

  record PhpText(String value) implements PhpValue {}

  record PhpList(List<PhpValue> items) implements PhpValue {

    public PhpList {
      items = List.copyOf(items);
    }
  }

  /** String keys in the order of the text; a repeated key keeps its first place. */
  record PhpMap(Map<String, PhpValue> members) implements PhpValue {

    public PhpMap {
      members =
          members instanceof ReadMembers
              ? members
              : Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** Whether PHP sees a list here: the keys are exactly 0, 1, .., n-1 in this order. */
    boolean isList() {
      int next = 0;
      for (String key : members.keySet()) {
        if (!key.equals(Integer.toString(next++))) {
          return false;
        }
      }
      return true;
    }
  }
}
