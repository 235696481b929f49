package dev.cairn.pact.value;

import java.util.List;

/** A list of values of any kinds. */
public final class PList implements PactValue {
  public static final PList EMPTY = new PList(List.of());

  private final List<PactValue> items;
  private final Extent extent;

  private PList(List<PactValue> items) {
    this.items = items;
    this.extent = Extent.around(items);
  }

  public static PList of(List<? extends PactValue> items) {
    return items.isEmpty() ? EMPTY : new PList(List.copyOf(items));
  }

  public static PList of(PactValue... items) {
    return of(List.of(items));
  }

  public List<PactValue> items() {
    return items;
  }

  public int size() {
    return items.size();
  }

  @Override
  public String typeName() {
    return "list";
  }

  @Override
  public int depth() {
    return extent.depth();
  }

  @Override
  public long weight() {
    return extent.weight();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof PList list && items.equals(list.items));
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return items.toString();
  }
}
