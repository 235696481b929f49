package dev.cairn.devnet.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.stream.Collectors;

/** JSON text built by hand, where the order of members and the form of numbers matter. */
public final class JsonText {

  private static final BigDecimal PLAIN_FROM = new BigDecimal("0.1");
  private static final BigDecimal PLAIN_BELOW = new BigDecimal("1e7");

  private JsonText() {}

  /** A string with its quotes; only what must be escaped is. */
  public static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      escape(text.charAt(i), out);
    }
    return out.append('"').toString();
  }

  private static void escape(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (c < 0x20) {
          out.append(String.format("\\u%04x", (int) c));
        } else {
          out.append(c);
        }
      }
    }
  }

  /** An array of elements that are JSON already. */
  public static String array(Collection<String> elements) {
    return elements.stream().collect(Collectors.joining(",", "[", "]"));
  }

  /** An array of strings. */
  public static String strings(Collection<String> texts) {
    return texts.stream().map(JsonText::quote).collect(Collectors.joining(",", "[", "]"));
  }

  /**
   * A number as a node prints it: whole numbers without fraction, {@code 0.1 <= x < 10^7} plain,
   * others {@code d.ddde-8} (reference/pact.md 3.1).
   */
  public static String number(BigDecimal value) {
    BigDecimal reduced = value.stripTrailingZeros();
    if (reduced.signum() == 0) {
      return "0";
    }
    if (reduced.scale() <= 0) {
      return reduced.toBigInteger().toString();
    }
    BigDecimal size = reduced.abs();
    boolean plain = size.compareTo(PLAIN_FROM) >= 0 && size.compareTo(PLAIN_BELOW) < 0;
    return plain ? reduced.toPlainString() : exponential(reduced);
  }

  private static String exponential(BigDecimal reduced) {
    BigInteger mantissa = reduced.unscaledValue();
    String digits = mantissa.abs().toString();
    int exponent = digits.length() - 1 - reduced.scale();
    String rest = digits.length() == 1 ? "0" : digits.substring(1);
    String sign = mantissa.signum() < 0 ? "-" : "";
    return sign + digits.charAt(0) + "." + rest + "e" + exponent;
  }
}
