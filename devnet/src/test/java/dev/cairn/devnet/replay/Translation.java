package dev.cairn.devnet.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What recorded texts are called here: block and payload hashes, proofs, and the request keys of
 * transactions that had to be signed again because they carry a proof.
 */
final class Translation {

  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{43,}");

  private final Map<String, String> ours = new HashMap<>();

  void put(String recorded, String here) {
    ours.put(recorded, here);
  }

  boolean knows(String recorded) {
    return ours.containsKey(recorded);
  }

  /** A text with all that is known replaced. */
  String apply(String text) {
    return HASH.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(ours.getOrDefault(found.group(), found.group())));
  }
}
