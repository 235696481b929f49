package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.pact.chain.OutcomeJson;
import dev.cairn.pact.chain.PactExecutionJson;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.defpact.PactRecord;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.encoding.ValueCborReader;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The bytes in which contract state is kept. User tables are kept as nodes keep them; what the
 * evaluator itself stores is JSON; a module is kept as its code and loaded again.
 */
final class PactRows {

  /** Tables that exist, by name; a table without rows shows nowhere else. */
  private static final String TABLES = "SYS:Tables";

  private PactRows() {}

  /**
   * What a run wrote, of each row the last.
   *
   * @param data of the run, which constants of its modules may hold
   */
  static List<Write> changes(ContractState after, JsonNode data) {
    MemoryDatabase database = MemoryDatabase.at(after);
    List<Write> writes = new ArrayList<>();
    for (ContractState.Change change : after.changes()) {
      writes.add(
          change.key() == null
              ? new Write(TABLES, change.domain(), new byte[0])
              : row(database, change.domain(), change.key(), data));
    }
    return writes;
  }

  private static Write row(MemoryDatabase database, String domain, String key, JsonNode data) {
    byte[] bytes =
        switch (domain) {
          case "SYS:Modules" -> PactModules.encode(read(database, Domain.MODULES, key), data);
          case "SYS:KeySets" -> utf8(StableJson.write(read(database, Domain.KEYSETS, key)));
          case "SYS:Namespaces" -> encode(read(database, Domain.NAMESPACES, key));
          case "SYS:Pacts" -> encode(read(database, Domain.PACTS, key));
          default -> ValueCbor.row(read(database, Domain.table(domain), key));
        };
    return new Write(domain, key, bytes);
  }

  private static <V> V read(MemoryDatabase database, Domain<V> domain, String key) {
    return Objects.requireNonNull(database.read(domain, key));
  }

  private static byte[] encode(Namespace namespace) {
    return utf8(
        "{\"user\":"
            + StableJson.write(namespace.user())
            + ",\"admin\":"
            + StableJson.write(namespace.admin())
            + "}");
  }

  private static byte[] encode(PactRecord pact) {
    return utf8(OutcomeJson.continuation(pact.execution()));
  }

  /** A state with rows put in; modules come last, for their constants may look at keysets. */
  static ContractState restore(ContractState before, List<Write> rows, PactModules loader) {
    MemoryDatabase database = MemoryDatabase.at(before);
    List<Write> modules = new ArrayList<>();
    for (Write row : rows) {
      if (row.domain().equals(Domain.MODULES.name())) {
        modules.add(row);
      } else {
        put(database, row);
      }
    }
    return loader.restore(database.state(), modules);
  }

  private static void put(MemoryDatabase database, Write row) {
    switch (row.domain()) {
      case TABLES -> create(database, Domain.table(row.key()));
      case "SYS:KeySets" ->
          database.write(Domain.KEYSETS, row.key(), (Guard.Keyset) RequestJson.read(json(row)));
      case "SYS:Namespaces" -> database.write(Domain.NAMESPACES, row.key(), namespace(row));
      case "SYS:Pacts" -> database.write(Domain.PACTS, row.key(), pact(row));
      default ->
          database.write(Domain.table(row.domain()), row.key(), ValueCborReader.row(row.row()));
    }
  }

  // Rows of a table may come before the note that it exists; creating it again would empty it.
  private static void create(MemoryDatabase database, Domain<PObject> table) {
    if (!database.exists(table)) {
      database.create(table);
    }
  }

  private static Namespace namespace(Write row) {
    JsonNode guards = json(row);
    return new Namespace(
        row.key(),
        (Guard) RequestJson.read(guards.get("user")),
        (Guard) RequestJson.read(guards.get("admin")));
  }

  private static PactRecord pact(Write row) {
    JsonNode state = json(row);
    return new PactRecord(state.isNull() ? null : PactExecutionJson.read(state));
  }

  private static JsonNode json(Write row) {
    return JsonShape.parse(row.row()).node();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
