package dev.cairn.handover;

import java.util.function.Supplier;

/** What all entry codecs refuse in the same words. */
final class EntryFormat {

  private EntryFormat() {}

  static void version(ByteReader in, int known) {
    int version = in.u8();
    if (version != known) {
      throw new MalformedEntryException(
          "It is of format version " + version + "; this program knows version " + known + ".");
    }
  }

  /** Values that break the rules of their records are malformed, too. */
  static <E> E checked(Supplier<E> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new MalformedEntryException("It breaks a rule: " + e.getMessage(), e);
    }
  }
}
