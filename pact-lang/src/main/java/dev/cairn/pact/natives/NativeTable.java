package dev.cairn.pact.natives;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Natives by name and number of arguments. */
public final class NativeTable {
  private final Map<String, Overloads> byName = new HashMap<>();

  private static final class Overloads {
    private final Native first;
    private final Map<Integer, Native> byArity = new HashMap<>();

    private Overloads(Native first) {
      this.first = first;
    }
  }

  private NativeTable() {}

  /** A table of all natives of all lists; of natives with one name the first is the usual one. */
  public static NativeTable of(List<? extends Collection<Native>> lists) {
    NativeTable table = new NativeTable();
    lists.forEach(list -> list.forEach(table::add));
    return table;
  }

  private void add(Native entry) {
    Overloads all = byName.computeIfAbsent(entry.name(), name -> new Overloads(entry));
    if (all.byArity.put(entry.arity(), entry) != null) {
      throw new IllegalArgumentException(
          "Native " + entry.name() + " with " + entry.arity() + " arguments is given twice.");
    }
  }

  public boolean contains(String name) {
    return byName.containsKey(name);
  }

  /** The native that a direct application to so many arguments means; null for no such name. */
  public @Nullable Native find(String name, int arguments) {
    Overloads all = byName.get(name);
    return all == null ? null : all.byArity.getOrDefault(arguments, all.first);
  }

  /** The native that the bare name means; null for no such name. */
  public @Nullable Native find(String name) {
    Overloads all = byName.get(name);
    return all == null ? null : all.first;
  }

  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }
}
