package dev.cairn.devnet.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Which versions of rows a block sees: those that its chain wrote on the way from genesis to it.
 * Every block that is kept gets the next version number of its chain, whatever branch it is on, so
 * a lineage is a few spans of numbers with the orphans of former branches between them.
 *
 * @param spans newest first; the last begins at 0
 */
public record Lineage(List<Span> spans) {

  /** Nothing has been written. */
  public static final Lineage NONE = new Lineage(List.of());

  /** Version numbers from the first to the last, both included. */
  record Span(long first, long last) {
    Span {
      if (first < 0 || last < first) {
        throw new IllegalArgumentException("A span goes up from a number that is not negative.");
      }
    }
  }

  public Lineage {
    spans = List.copyOf(spans);
  }

  /** The version that the block itself wrote; -1 if nothing has been written. */
  public long newest() {
    return spans.isEmpty() ? -1 : spans.get(0).last();
  }

  /** Whether the block sees what was written under that number. */
  public boolean sees(long version) {
    for (Span span : spans) {
      if (version > span.last()) {
        return false;
      }
      if (version >= span.first()) {
        return true;
      }
    }
    return false;
  }

  /** The lineage of a block on top. */
  Lineage next(long version) {
    if (version <= newest()) {
      throw new IllegalArgumentException(
          "Version " + version + " does not come after " + newest() + ".");
    }
    List<Span> next = new ArrayList<>(spans);
    if (version == newest() + 1 && !spans.isEmpty()) {
      next.set(0, new Span(spans.get(0).first(), version));
    } else {
      next.add(0, new Span(version, version));
    }
    return new Lineage(next);
  }

  /** The same for a store in which nothing below the floor is left but what this block sees. */
  Lineage above(long floor) {
    List<Span> kept = new ArrayList<>(spans.stream().filter(span -> span.last() >= floor).toList());
    if (kept.size() == spans.size()) {
      return this;
    }
    int oldest = kept.size() - 1;
    kept.set(oldest, new Span(0, kept.get(oldest).last()));
    return new Lineage(kept);
  }

  // For each span BE64(first) ‖ BE64(last)
  void encode(ByteBuffer out) {
    spans.forEach(span -> out.putLong(span.first()).putLong(span.last()));
  }

  int size() {
    return spans.size() * 2 * Long.BYTES;
  }

  static Lineage decode(ByteBuffer in) {
    List<Span> spans = new ArrayList<>();
    while (in.hasRemaining()) {
      spans.add(new Span(in.getLong(), in.getLong()));
    }
    return new Lineage(spans);
  }
}
