package dev.cairn.pact.encoding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * The order of object members in stable JSON (reference section 3.1): that of a hash trie which an
 * early implementation happened to iterate, and which is part of every hash since.
 */
final class LegacyOrder {
  private static final long OFFSET = -2578643520546668380L;
  private static final long PRIME = 16777619;

  /** By the hash's nibbles from the lowest to the highest. */
  private static final Comparator<String> ORDER =
      (left, right) -> Long.compareUnsigned(rank(left), rank(right));

  private LegacyOrder() {}

  /** The keys in legacy order; keys with equal hashes stay in ascending order. */
  static List<String> keys(SortedMap<String, ?> members) {
    List<String> keys = new ArrayList<>(members.keySet());
    keys.sort(ORDER);
    return keys;
  }

  /** h = (h * prime) xor byte, over the bytes in UTF-16LE. */
  static long hash(String key) {
    long hash = OFFSET;
    for (int i = 0; i < key.length(); i++) {
      char unit = key.charAt(i);
      hash = (hash * PRIME) ^ (unit & 0xff);
      hash = (hash * PRIME) ^ (unit >> Byte.SIZE);
    }
    return hash;
  }

  /** The hash with its 16 nibbles in reverse. */
  private static long rank(String key) {
    long bytes = Long.reverseBytes(hash(key));
    long low = bytes & 0x0f0f0f0f0f0f0f0fL;
    long high = (bytes >>> 4) & 0x0f0f0f0f0f0f0f0fL;
    return (low << 4) | high;
  }
}
