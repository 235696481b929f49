package dev.cairn.pact.value;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A map from strings to values, in code point order of its keys. */
public final class PObject implements PactValue {
  public static final PObject EMPTY = new PObject(new TreeMap<>(CodePoints.ORDER));

  private final SortedMap<String, PactValue> fields;
  private final Extent extent;

  private PObject(SortedMap<String, PactValue> fields) {
    this.fields = Collections.unmodifiableSortedMap(fields);
    Extent values = Extent.around(fields.values());
    long keys = fields.keySet().stream().mapToLong(String::length).sum();
    this.extent = new Extent(values.depth(), values.weight() + keys);
  }

  public static PObject of(Map<String, ? extends PactValue> fields) {
    SortedMap<String, PactValue> sorted = new TreeMap<>(CodePoints.ORDER);
    sorted.putAll(fields);
    return new PObject(sorted);
  }

  /** The fields of this object and those of {@code other}; where both have a key, this wins. */
  public PObject mergedOver(PObject other) {
    SortedMap<String, PactValue> merged = new TreeMap<>(CodePoints.ORDER);
    merged.putAll(other.fields);
    merged.putAll(fields);
    return new PObject(merged);
  }

  public SortedMap<String, PactValue> fields() {
    return fields;
  }

  public @Nullable PactValue get(String key) {
    return fields.get(key);
  }

  @Override
  public String typeName() {
    return "object";
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
    return this == other || (other instanceof PObject object && fields.equals(object.fields));
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  @Override
  public String toString() {
    return fields.toString();
  }
}
