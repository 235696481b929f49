package dev.cairn.pact.encoding;

import dev.cairn.pact.decimal.Decimal;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The texts of strings and numbers in stable JSON (reference section 3.1). */
public final class JsonText {
  /** Integers up to this are exact in a binary double. */
  private static final BigInteger MAX_SAFE = BigInteger.valueOf(9007199254740991L);

  private static final BigDecimal TEN_MILLION = BigDecimal.valueOf(10_000_000);
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  private JsonText() {}

  /** Appends the string in quotes. */
  public static void quote(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      switch (unit) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (unit < 0x20) {
            out.append(String.format("\\u%04x", (int) unit));
          } else {
            out.append(unit);
          }
        }
      }
    }
    out.append('"');
  }

  /** Whether a number is written as a JSON number; others are texts. */
  static boolean isSafe(BigInteger number) {
    return number.abs().compareTo(MAX_SAFE) <= 0;
  }

  /** A whole number in digits, one from 0.1 to 10^7 with a point, others like {@code 1.0e-2}. */
  public static String number(Decimal decimal) {
    BigDecimal number = decimal.normalized().toBigDecimal();
    BigDecimal magnitude = number.abs();
    if (number.scale() == 0
        || (magnitude.compareTo(TENTH) >= 0 && magnitude.compareTo(TEN_MILLION) < 0)) {
      return number.toPlainString();
    }
    String digits = magnitude.unscaledValue().toString();
    String fraction = digits.length() == 1 ? "0" : digits.substring(1);
    int exponent = digits.length() - 1 - number.scale();
    return (number.signum() < 0 ? "-" : "") + digits.charAt(0) + "." + fraction + "e" + exponent;
  }
}
