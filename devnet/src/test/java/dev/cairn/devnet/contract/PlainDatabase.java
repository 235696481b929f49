package dev.cairn.devnet.contract;

import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.value.CodePoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A database that copies everything all the time: slow, and too plain to be wrong. */
final class PlainDatabase implements PactDatabase {

  private Map<String, SortedMap<String, Object>> tables;

  private record Copy(Map<String, SortedMap<String, Object>> tables) implements Savepoint {}

  PlainDatabase() {
    this(Map.of());
  }

  private PlainDatabase(Map<String, SortedMap<String, Object>> tables) {
    this.tables = copy(tables);
  }

  PlainDatabase copy() {
    return new PlainDatabase(tables);
  }

  private static Map<String, SortedMap<String, Object>> copy(
      Map<String, SortedMap<String, Object>> tables) {
    Map<String, SortedMap<String, Object>> copy = new HashMap<>();
    tables.forEach((name, rows) -> copy.put(name, new TreeMap<>(rows))); // keeps the order
    return copy;
  }

  @Override
  public <V> @Nullable V read(Domain<V> domain, String key) {
    SortedMap<String, Object> rows = tables.get(domain.name());
    return rows == null ? null : domain.kind().cast(rows.get(key));
  }

  @Override
  public <V> void write(Domain<V> domain, String key, V row) {
    tables.computeIfAbsent(domain.name(), name -> new TreeMap<>(CodePoints.ORDER)).put(key, row);
  }

  @Override
  public List<String> keys(Domain<?> domain) {
    SortedMap<String, Object> rows = tables.get(domain.name());
    return rows == null ? List.of() : List.copyOf(rows.keySet());
  }

  @Override
  public boolean exists(Domain<?> table) {
    return table.isSystem() || tables.containsKey(table.name());
  }

  @Override
  public void create(Domain<?> table) {
    tables.put(table.name(), new TreeMap<>(CodePoints.ORDER));
  }

  @Override
  public Savepoint savepoint() {
    return new Copy(copy(tables));
  }

  @Override
  public void rollBackTo(Savepoint savepoint) {
    tables = copy(((Copy) savepoint).tables());
  }
}
