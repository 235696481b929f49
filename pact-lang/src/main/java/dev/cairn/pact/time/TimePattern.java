package dev.cairn.pact.time;

import dev.cairn.pact.value.PTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pattern of text and {@code %} codes, for writing and for reading times. */
public final class TimePattern {
  /** What {@code time} reads, and how times are written in JSON and in texts. */
  public static final String ISO_SECONDS = "%Y-%m-%dT%H:%M:%SZ";

  /** How JSON writes times finer than a millisecond. */
  public static final String ISO_MICROS = "%Y-%m-%dT%H:%M:%S.%vZ";

  /** A literal code point, or the letter of a code. */
  record Item(boolean isCode, int symbol) {}

  private static final Map<Integer, String> AGGREGATES =
      Map.of(
          (int) 'c', "%a %b %e %H:%M:%S %Z %Y",
          (int) 'r', "%I:%M:%S %p",
          (int) 'X', "%H:%M:%S",
          (int) 'T', "%H:%M:%S",
          (int) 'R', "%H:%M",
          (int) 'x', "%m/%d/%y",
          (int) 'D', "%m/%d/%y",
          (int) 'F', "%Y-%m-%d");

  private TimePattern() {}

  public static String format(String pattern, PTime time) {
    return new TimeWriter(time).write(items(pattern, "-_0^#"));
  }

  /** The time that a whole text says, apart from white space around it. */
  public static Optional<PTime> parse(String pattern, String text) {
    return new TimeReader(items(pattern, "-_0"), text.strip()).read();
  }

  /** The pattern without modifiers, with each aggregate code replaced by what it stands for. */
  private static List<Item> items(String pattern, String modifiers) {
    List<Item> items = new ArrayList<>();
    Deque<Integer> rest = new ArrayDeque<>();
    pattern.codePoints().forEach(rest::addLast);
    while (!rest.isEmpty()) {
      int symbol = rest.removeFirst();
      if (symbol != '%' || rest.isEmpty()) {
        items.add(new Item(false, symbol));
        continue;
      }
      int code = rest.removeFirst();
      if (modifiers.indexOf(code) >= 0) {
        rest.addFirst((int) '%');
      } else {
        expand(code, items);
      }
    }
    return items;
  }

  private static void expand(int code, List<Item> items) {
    String aggregate = AGGREGATES.get(code);
    if (aggregate != null) {
      items.addAll(items(aggregate, ""));
    } else {
      items.add(new Item(code != '%', code));
    }
  }
}
