package dev.cairn.pact.eval;

import dev.cairn.pact.value.PObject;
import java.util.ArrayList;
import java.util.List;

/** The rows of user tables that a transaction wrote, in order. */
public final class WriteLog {
  private final List<Write> writes = new ArrayList<>();

  /**
   * One row as it was after one write.
   *
   * @param table full name, {@code ns.module_table}
   */
  public record Write(String table, String key, PObject row) {}

  public void add(String table, String key, PObject row) {
    writes.add(new Write(table, key, row));
  }

  public List<Write> writes() {
    return List.copyOf(writes);
  }
}
