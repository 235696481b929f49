package dev.cairn.ntm.verify;

import java.util.EnumMap;
import java.util.Map;

/** What is wrong with one block: each code at most once, with the first detail. */
final class Findings {

  /** Made with the first finding: nearly every block has none. */
  private Map<Check, String> details = Map.of();

  void add(Check check, String detail) {
    if (details.isEmpty()) {
      details = new EnumMap<>(Check.class);
    }
    details.putIfAbsent(check, detail);
  }

  boolean has(Check check) {
    return details.containsKey(check);
  }

  /** In the order of the check table. */
  Map<Check, String> details() {
    return details;
  }
}
