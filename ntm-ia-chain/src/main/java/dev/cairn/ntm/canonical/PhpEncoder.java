package dev.cairn.ntm.canonical;

import dev.cairn.ntm.canonical.PhpValue.PhpBool;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpEmptyObject;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.util.Iterator;
import java.util.Map;

/** PHP's {@code json_encode}. The result is ASCII: everything else is escaped. */
public final class PhpEncoder {

  private final AsciiBuffer out = new AsciiBuffer();
  private final Layout layout;
  private int depth;

  private PhpEncoder(Layout layout) {
    this.layout = layout;
  }

  /** The two settings that the chain uses; they differ in slashes too, so they stay two names. */
  private enum Layout {
    CANONICAL,
    FILE
  }

  /** {@code json_encode(value)} with default flags: the bytes that are signed. */
  public static byte[] canonical(PhpValue value) throws PhpJsonException {
    return encode(value, Layout.CANONICAL);
  }

  /** {@code JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES}: the layout of files and reports. */
  public static byte[] file(PhpValue value) throws PhpJsonException {
    return encode(value, Layout.FILE);
  }

  private static byte[] encode(PhpValue value, Layout layout) throws PhpJsonException {
    PhpEncoder encoder = new PhpEncoder(layout);
    encoder.value(value);
    return encoder.out.toBytes();
  }

  private void value(PhpValue value) throws PhpJsonException {
    if (value instanceof PhpText text) {
      text(text.value());
    } else if (value instanceof PhpInteger integer) {
      out.append(integer.value());
    } else if (value instanceof PhpDouble number) {
      number(number.value());
    } else if (value instanceof PhpBool bool) {
      out.append(bool.value() ? "true" : "false");
    } else if (value instanceof PhpList list) {
      list(list.items());
    } else if (value instanceof PhpMap map) {
      map(map);
    } else {
      out.append(value == PhpEmptyObject.EMPTY ? "{}" : "null");
    }
  }

  private void number(double value) throws PhpJsonException {
    if (!Double.isFinite(value)) {
      throw new PhpJsonException(
          PhpJsonError.INFINITE_OR_NAN, "A number is infinite or not a number.");
    }
    DoubleText.append(out, value);
  }

  private void map(PhpMap map) throws PhpJsonException {
    if (map.isList()) {
      list(map.members().values());
      return;
    }
    open('{');
    Iterator<Map.Entry<String, PhpValue>> entries = map.members().entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, PhpValue> entry = entries.next();
      text(entry.getKey());
      out.append(layout == Layout.FILE ? ": " : ":");
      value(entry.getValue());
      separate(entries.hasNext());
    }
    close('}');
  }

  private void list(Iterable<PhpValue> items) throws PhpJsonException {
    Iterator<PhpValue> rest = items.iterator();
    if (!rest.hasNext()) {
      out.append("[]");
      return;
    }
    open('[');
    while (rest.hasNext()) {
      value(rest.next());
      separate(rest.hasNext());
    }
    close(']');
  }

  private void text(String text) throws PhpJsonException {
    EscapedText.append(out, text, layout == Layout.CANONICAL);
  }

  private void open(char bracket) {
    out.append(bracket);
    depth++;
    newLine();
  }

  private void separate(boolean more) {
    if (more) {
      out.append(',');
      newLine();
    }
  }

  private void close(char bracket) {
    depth--;
    newLine();
    out.append(bracket);
  }

  private void newLine() {
    if (layout == Layout.FILE) {
      out.append('\n').append("    ".repeat(depth));
    }
  }
}
