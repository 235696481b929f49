package dev.cairn.pact.gas;

/** Milligas of work on texts, lists and objects, by their lengths. */
public final class TextCost {
  private static final long PER_CONCATENATED = 100;
  private static final long PER_JOINED = 40;
  private static final long PER_COMPARED = 100;
  private static final long SEARCH = 100;
  private static final long PER_HASHED_BYTE = 100;

  private TextCost() {}

  /** Joining texts, lists or objects to one of so many characters, elements or fields. */
  public static long concatenation(long length) {
    return PER_CONCATENATED * length;
  }

  /** Joining a list of texts. */
  public static long concatenation(long characters, long texts) {
    return PER_CONCATENATED * characters + PER_JOINED * texts;
  }

  /** Comparing two lists or objects of equal size, apart from what is in them. */
  public static long comparison(long size) {
    return PER_COMPARED * size;
  }

  /** Comparing a text of so many characters with another. */
  public static long textComparison(long characters) {
    return PER_COMPARED + characters;
  }

  /** Sorting a list whose largest element has so many bytes. */
  public static long sorting(long bytes, long elements) {
    return bytes * elements * elements / 1_000;
  }

  /** Looking for a text in another, or for a key among fields. */
  public static long search(long size) {
    return size + SEARCH;
  }

  public static long length(long characters) {
    return characters / 100 + 1;
  }

  public static long parsing(long characters) {
    return 5 * characters + 1;
  }

  /** Reading a number in text form. */
  public static long conversion(long characters) {
    return 20 * characters + 1;
  }

  public static long exploding(long characters) {
    return 100 * characters + 1;
  }

  public static long timeParsing(long patternLength, long textLength) {
    return patternLength * patternLength / 4 + 10 * textLength + 1;
  }

  public static long timeFormatting(long patternLength) {
    return 20 * patternLength + 1;
  }

  public static long lookup(long keyLength, int fields) {
    return keyLength * (Integer.SIZE - Integer.numberOfLeadingZeros(fields));
  }

  public static long removal(long keyLength, int fields) {
    return 10 * keyLength * fields;
  }

  public static long repetition(long times, long bytes) {
    return times * bytes;
  }

  public static long hashing(long bytes) {
    return PER_HASHED_BYTE * bytes;
  }

  public static long keccak(long bytes, long chunks) {
    return 146 * ((bytes + 99) / 100) + 2_120 * chunks;
  }
}
