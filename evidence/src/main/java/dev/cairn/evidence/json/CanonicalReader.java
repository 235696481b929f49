package dev.cairn.evidence.json;

import dev.cairn.chainweb.MalformedException;
import java.nio.charset.StandardCharsets;

/**
 * A cursor over JSON bytes whose members come in a fixed order. Texts are printable ASCII without
 * escapes, numbers are whole, non-negative and without superfluous characters; both are all that
 * the formats of this room need. White space may stand between tokens, nothing else may differ.
 *
 * <p>A general parser would have to be followed by a comparison with the canonical spelling; here
 * the grammar leaves no choice. All methods throw {@link MalformedJson} with the byte offset; a
 * value that is JSON, but out of bounds, is a plain {@link MalformedException}.
 */
public final class CanonicalReader {
  /** Ten times this and nine more fit in 64 bits. */
  private static final long MAX_BEFORE_DIGIT = Long.MAX_VALUE / 10 - 1;

  private final byte[] json;
  private int at;

  public CanonicalReader(byte[] json) {
    this.json = json;
  }

  /** Consumes one of the characters that give JSON its structure. */
  public void expect(char structural) {
    if (!isNext(structural)) {
      throw malformed("'" + structural + "' is expected");
    }
    at++;
  }

  /** Whether that character comes next; consumes white space only. */
  public boolean isNext(char structural) {
    skipWhiteSpace();
    return at < json.length && json[at] == structural;
  }

  /** Consumes a member's name and the colon behind it. */
  public void member(String name) {
    skipWhiteSpace();
    int start = at;
    if (!text(Integer.MAX_VALUE).equals(name)) {
      at = start;
      throw malformed("member '" + name + "' is expected");
    }
    expect(':');
  }

  /** Consumes a comma, a member's name and the colon behind it. */
  public void nextMember(String name) {
    expect(',');
    member(name);
  }

  /** Consumes a text of at most that many characters. */
  public String text(int maxChars) {
    expect('"');
    int start = at;
    while (at < json.length && json[at] != '"') {
      if (json[at] < ' ' || json[at] > '~' || json[at] == '\\') {
        throw malformed("a text of plain ASCII without escapes is expected");
      }
      at++;
    }
    if (at - start > maxChars) {
      throw outOfBounds(start, "a text of at most " + maxChars + " characters");
    }
    expect('"');
    return new String(json, start, at - 1 - start, StandardCharsets.ISO_8859_1);
  }

  /** Consumes a whole number from 0 to the limit. */
  public long number(long max) {
    skipWhiteSpace();
    int start = at;
    long value = 0;
    while (at < json.length && json[at] >= '0' && json[at] <= '9') {
      if (value > MAX_BEFORE_DIGIT) {
        throw outOfBounds(start, "a whole number up to " + max);
      }
      value = value * 10 + (json[at] - '0');
      at++;
    }
    if (at == start || (json[start] == '0' && at > start + 1)) {
      at = start;
      throw malformed("a whole number without superfluous characters is expected");
    }
    if (value > max) {
      throw outOfBounds(start, "a whole number up to " + max);
    }
    return value;
  }

  /** The same for a 32-bit number. */
  public int number(int max) {
    return (int) number((long) max);
  }

  /** Refuses anything but white space behind the value. */
  public void end() {
    skipWhiteSpace();
    if (at < json.length) {
      throw malformed("the end of the text is expected");
    }
  }

  private void skipWhiteSpace() {
    while (at < json.length && isWhiteSpace(json[at])) {
      at++;
    }
  }

  private static boolean isWhiteSpace(byte character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }

  private static MalformedException outOfBounds(int offset, String expectation) {
    return new MalformedException("At byte %d %s is expected.".formatted(offset, expectation));
  }

  private MalformedJson malformed(String expectation) {
    String found = at < json.length ? "" : ", but the text ends";
    return new MalformedJson("At byte %d %s%s.".formatted(at, expectation, found));
  }
}
