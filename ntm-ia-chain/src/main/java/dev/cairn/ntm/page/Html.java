package dev.cairn.ntm.page;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An HTML document in the making. Text and attributes are escaped here and nowhere else; names of
 * elements and attributes are our own.
 */
final class Html {

  private static final String REPLACEMENT = "\uFFFD";

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Begins an element; attributes are names and values in turn. */
  Html open(String element, String... attributes) {
    start(element, attributes);
    open.push(element);
    return this;
  }

  /** Ends the element that was begun last. */
  Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** A whole element with a text in it. */
  Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element that has no content and no end, such as {@code meta}. */
  Html single(String element, String... attributes) {
    start(element, attributes);
    return this;
  }

  Html text(String text) {
    escape(text);
    return this;
  }

  /** Our own constant text that is no HTML text, such as a stylesheet. */
  Html raw(String constant) {
    out.append(constant);
    return this;
  }

  Html line() {
    out.append('\n');
    return this;
  }

  private void start(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1]);
      out.append('"');
    }
    out.append('>');
  }

  private void escape(String text) {
    text.codePoints().forEach(this::escape);
  }

  private void escape(int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        if (isHarmless(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(REPLACEMENT);
        }
      }
    }
  }

  /** Controls, lone surrogates, and marks that turn the direction of writing are not. */
  private static boolean isHarmless(int c) {
    int type = Character.getType(c);
    return c == '\n'
        || (type != Character.CONTROL && type != Character.FORMAT && type != Character.SURROGATE);
  }

  /** The document; everything that was begun must have been ended. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("The element " + open.peek() + " has no end.");
    }
    return out.toString();
  }
}
