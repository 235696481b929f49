package dev.cairn.ntm.canonical;

import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A place in a text of which only literals are taken that {@code json_encode} writes exactly so.
 * Each method gives nothing for any other, right or wrong as it may be: that is {@link
 * PhpDecoder}'s to say.
 *
 * <p>A number of up to 15 digits without sign, exponent and superfluous zeros, from 1e-4 on, is the
 * shortest text of its double ({@link DoubleText} says why), and its layout is the plain one.
 */
public final class CanonicalCursor {

  /** Below it {@code json_encode} writes an exponent. */
  private static final double LEAST_PLAIN = 1e-4;

  private final byte[] text;
  private int at;

  public CanonicalCursor(byte[] text) {
    this.text = text;
  }

  public int position() {
    return at;
  }

  public boolean atEnd() {
    return at == text.length;
  }

  /** Steps over these bytes if they stand here. */
  public boolean take(byte[] piece) {
    int end = at + piece.length;
    if (end > text.length || !Arrays.equals(text, at, end, piece, 0, piece.length)) {
      return false;
    }
    at = end;
    return true;
  }

  /** A string's inside, of ASCII that needs no escape. */
  public PhpText text() {
    int start = at;
    while (at < text.length && EscapedText.isPlain(text[at])) {
      at++;
    }
    return new PhpText(new String(text, start, at - start, StandardCharsets.ISO_8859_1));
  }

  /** Steps over a string's inside of the same kind, in which slashes may stand, too. */
  public void skipUnescaped() {
    while (at < text.length && (text[at] == '/' || EscapedText.isPlain(text[at]))) {
      at++;
    }
  }

  /** An integer that is not negative. */
  public @Nullable PhpInteger integer() {
    int start = at;
    long digits = digits(0);
    return isWhole(start) && at - start <= DecimalPowers.EXACT_DIGITS
        ? new PhpInteger(digits)
        : null;
  }

  /** A number that is not negative. */
  public @Nullable PhpValue number() {
    int start = at;
    long digits = digits(0);
    if (!isWhole(start)) {
      return null;
    }
    int whole = at - start;
    if (at == text.length || text[at] != '.') {
      return whole <= DecimalPowers.EXACT_DIGITS ? new PhpInteger(digits) : null;
    }
    at++;
    return fraction(digits(digits), whole, at - start - whole - 1);
  }

  private @Nullable PhpDouble fraction(long digits, int whole, int places) {
    if (places == 0 || whole + places > DecimalPowers.EXACT_DIGITS || text[at - 1] == '0') {
      return null;
    }
    double value = digits / DecimalPowers.of(places);
    return value >= LEAST_PLAIN ? new PhpDouble(value) : null;
  }

  /** Whether the digits from there to here have no superfluous zero. */
  private boolean isWhole(int start) {
    return at == start + 1 || (at > start && text[start] != '0');
  }

  /** Steps over digits, which continue those before; too many of them give any number. */
  private long digits(long before) {
    long value = before;
    while (at < text.length && text[at] >= '0' && text[at] <= '9') {
      value = value * 10 + (text[at++] - '0');
    }
    return value;
  }
}
