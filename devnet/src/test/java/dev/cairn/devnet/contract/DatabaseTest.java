package dev.cairn.devnet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.TestRows;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.db.PactDatabase;
import dev.cairn.pact.defpact.PactRecord;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PObject;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every database of contracts does, against a plain one; what one with blocks does besides.
 */
class DatabaseTest {

  private static final ChainId CHAIN = new ChainId(3);
  private static final List<Domain<PObject>> TABLES =
      List.of(Domain.table("a.m_t"), Domain.table("a.m_t2"), Domain.table("m_t"));
  // Keys that begin with each other, hold the separator, and sort differently as UTF-16.
  private static final List<String> KEYS =
      List.of("", "a", "a\0", "a\0b", "ab", "\uFFFD", new String(Character.toChars(0x1F600)));

  @TempDir Path directory;

  private static PObject row(long n) {
    return PObject.of(Map.of("n", PInteger.of(n)));
  }

  static Stream<Supplier<PactDatabase>> databases() {
    return Stream.of(MemoryDatabase::new, () -> new BlockDatabase(PactState.EMPTY));
  }

  @ParameterizedTest
  @MethodSource("databases")
  void savepoints_nestAndStayUsable(Supplier<PactDatabase> made) {
    PactDatabase database = made.get();
    database.create(TABLES.get(0));
    database.write(TABLES.get(0), "a", row(1));
    PactDatabase.Savepoint outer = database.savepoint();
    database.write(TABLES.get(0), "a", row(2));
    PactDatabase.Savepoint inner = database.savepoint();
    database.write(TABLES.get(0), "b", row(3));
    database.create(TABLES.get(1));
    database.rollBackTo(inner);
    assertThat(database.keys(TABLES.get(0))).containsExactly("a");
    assertThat(database.exists(TABLES.get(1))).isFalse();
    assertThat(database.read(TABLES.get(0), "a")).isEqualTo(row(2));
    for (int again = 0; again < 2; again++) {
      database.rollBackTo(outer);
      assertThat(database.read(TABLES.get(0), "a")).isEqualTo(row(1));
      database.write(TABLES.get(0), "a", row(9));
    }
  }

  @ParameterizedTest
  @MethodSource("databases")
  void operations_areThoseOfThePlainOne(Supplier<PactDatabase> made) {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      PlainDatabase plain = new PlainDatabase();
      PactDatabase database = made.get();
      operate(random, 60, plain, database);
      assertSame(plain, database);
    }
  }

  /** The same random operations on both, with savepoints and rollbacks. */
  private static void operate(Random random, int steps, PactDatabase plain, PactDatabase other) {
    Deque<PactDatabase.Savepoint> plainMarks = new ArrayDeque<>();
    Deque<PactDatabase.Savepoint> otherMarks = new ArrayDeque<>();
    for (int step = 0; step < steps; step++) {
      Domain<PObject> table = TABLES.get(random.nextInt(TABLES.size()));
      String key = KEYS.get(random.nextInt(KEYS.size()));
      switch (random.nextInt(8)) {
        case 0 -> {
          plainMarks.push(plain.savepoint());
          otherMarks.push(other.savepoint());
        }
        case 1 -> {
          if (!plainMarks.isEmpty()) {
            boolean keep = random.nextBoolean();
            plain.rollBackTo(keep ? plainMarks.getFirst() : plainMarks.pop());
            other.rollBackTo(keep ? otherMarks.getFirst() : otherMarks.pop());
          }
        }
        case 2 -> assertThat(other.keys(table)).isEqualTo(plain.keys(table));
        case 3 -> assertThat(other.read(table, key)).isEqualTo(plain.read(table, key));
        default -> {
          create(table, plain, other);
          PObject row = row(random.nextInt(1_000));
          plain.write(table, key, row);
          other.write(table, key, row);
        }
      }
    }
  }

  private static void create(Domain<PObject> table, PactDatabase plain, PactDatabase other) {
    assertThat(other.exists(table)).isEqualTo(plain.exists(table));
    if (!plain.exists(table)) {
      plain.create(table);
      other.create(table);
    }
  }

  private static void assertSame(PactDatabase plain, PactDatabase other) {
    for (Domain<PObject> table : TABLES) {
      assertThat(other.exists(table)).isEqualTo(plain.exists(table));
      assertThat(other.keys(table)).isEqualTo(plain.keys(table));
      for (String key : KEYS) {
        assertThat(other.read(table, key)).isEqualTo(plain.read(table, key));
      }
    }
  }

  /** A block that was stored, and what a plain database held at it. */
  private record Stored(Lineage lineage, PlainDatabase plain) {}

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void blocks_areReadWhereverTheyAre(boolean onDisk) {
    for (int seed = 0; seed < (onDisk ? 2 : 8); seed++) {
      Path place = directory.resolve("rows-" + seed);
      try (TestRows rows = onDisk ? TestRows.in(place) : TestRows.inMemory()) {
        grow(new Random(seed), rows);
      }
    }
  }

  // Blocks on top of blocks, most on the newest, some as forks; then a window that moves up.
  private static void grow(Random random, TestRows rows) {
    PactStore store = new PactStore(rows.versions(), new PactEngine());
    List<Stored> branch = new ArrayList<>(List.of(genesis(rows, store)));
    for (int number = 1; number < 60; number++) {
      boolean forks = branch.size() > 4 && random.nextInt(6) == 0;
      int depth = forks ? 1 + random.nextInt(4) : 0;
      List<Stored> left = branch.subList(branch.size() - depth, branch.size());
      List<Stored> orphans = List.copyOf(left);
      left.clear();
      branch.add(mine(random, rows, store, branch.get(branch.size() - 1), number));
      // A run that began on an orphan still reads what it read.
      orphans.forEach(orphan -> check(store, orphan));
      if (branch.size() > 10) {
        rows.prune(CHAIN, branch.get(branch.size() - 10).lineage());
        branch.subList(0, branch.size() - 10).clear();
      }
      branch.forEach(each -> check(store, each));
      // Another start knows only what is stored.
      PactStore fresh = new PactStore(rows.versions(), new PactEngine());
      branch.forEach(each -> check(fresh, each));
    }
    assertThat(rows.keptVersions()).isLessThan(12L * TABLES.size() * (KEYS.size() + 1));
  }

  private static Stored genesis(TestRows rows, PactStore store) {
    Lineage lineage = rows.put(CHAIN, Lineage.NONE, 0, List.of());
    store.stored(PactState.EMPTY, List.of(), CHAIN, lineage);
    return new Stored(lineage, new PlainDatabase());
  }

  private static Stored mine(
      Random random, TestRows rows, PactStore store, Stored parent, int number) {
    BlockDatabase database = new BlockDatabase(store.at(CHAIN, parent.lineage()));
    PlainDatabase plain = parent.plain().copy();
    operate(random, 12, plain, database);
    assertSame(plain, database);
    PactState after = database.state();
    List<dev.cairn.devnet.store.Row> changes = store.changes(after);
    Lineage lineage = rows.put(CHAIN, parent.lineage(), number, changes);
    PactState stored = store.stored(after, changes, CHAIN, lineage);
    assertThat(stored.since()).isNotSameAs(after.since());
    return new Stored(lineage, plain);
  }

  private static void check(PactStore store, Stored block) {
    assertSame(block.plain(), new BlockDatabase(store.at(CHAIN, block.lineage())));
  }

  @Test
  void systemRows_comeBackFromTheStore() {
    Guard.Keyset keyset = Guard.Keyset.of(List.of("k1", "k2"), Guard.Keyset.KEYS_ANY);
    Namespace namespace = new Namespace("free", keyset, keyset);
    try (TestRows rows = TestRows.inMemory()) {
      PactStore store = new PactStore(rows.versions(), new PactEngine());
      BlockDatabase database = new BlockDatabase(PactState.EMPTY);
      database.write(Domain.KEYSETS, "free.ks", keyset);
      database.write(Domain.NAMESPACES, "free", namespace);
      database.write(Domain.PACTS, "done", new PactRecord(null));
      Lineage lineage = rows.put(CHAIN, Lineage.NONE, 0, store.changes(database.state()));
      BlockDatabase read = new BlockDatabase(store.at(CHAIN, lineage));
      assertThat(read.read(Domain.KEYSETS, "free.ks")).isEqualTo(keyset);
      assertThat(read.read(Domain.NAMESPACES, "free")).isEqualTo(namespace);
      assertThat(read.read(Domain.PACTS, "done")).isEqualTo(new PactRecord(null));
      assertThat(read.keys(Domain.KEYSETS)).containsExactly("free.ks");
      assertThat(read.state().since()).isNotEqualTo(ContractState.EMPTY);
    }
  }
}
