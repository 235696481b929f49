package dev.cairn.pact.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryDatabaseTest {
  private static final Domain<PObject> TABLE = Domain.table("m_t");

  private static PObject row(long n) {
    return PObject.of(Map.of("n", PInteger.of(n)));
  }

  @Test
  void savepoints_nest() {
    MemoryDatabase database = new MemoryDatabase();
    database.create(TABLE);
    database.write(TABLE, "a", row(1));
    PactDatabase.Savepoint outer = database.savepoint();
    database.write(TABLE, "a", row(2));
    PactDatabase.Savepoint inner = database.savepoint();
    database.write(TABLE, "b", row(3));

    database.rollBackTo(inner);
    assertThat(database.keys(TABLE)).containsExactly("a");
    assertThat(database.read(TABLE, "a")).isEqualTo(row(2));
    database.rollBackTo(outer);
    assertThat(database.read(TABLE, "a")).isEqualTo(row(1));
  }

  @Test
  void state_staysWhatItWas() {
    MemoryDatabase database = new MemoryDatabase();
    database.create(TABLE);
    database.write(TABLE, "a", row(1));
    ContractState before = database.state();
    database.write(TABLE, "a", row(2));
    assertThat(MemoryDatabase.at(before).read(TABLE, "a")).isEqualTo(row(1));
    database.restore(before);
    assertThat(database.read(TABLE, "a")).isEqualTo(row(1));
  }

  @Test
  void keys_areOrderedByCodePoint() {
    MemoryDatabase database = new MemoryDatabase();
    database.create(TABLE);
    String beyond = new String(Character.toChars(0x1F600));
    for (String key : new String[] {beyond, "\uFFFD", "b", "a"}) {
      database.write(TABLE, key, row(1));
    }
    assertThat(database.keys(TABLE)).containsExactly("a", "b", "\uFFFD", beyond);
  }
}
