package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.pact.chain.OutcomeJson;
import dev.cairn.pact.chain.PactExecutionJson;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.defpact.PactRecord;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.encoding.ValueCbor;
import dev.cairn.pact.encoding.ValueCborReader;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PObject;
import java.nio.charset.StandardCharsets;

/**
 * The bytes in which contract state is kept. User tables are kept as nodes keep them, what the
 * evaluator itself stores is JSON. A module's row holds the hash of its present version's record.
 */
final class PactRows {

  /** Tables that exist, by name; a table without rows shows nowhere else. */
  static final String TABLES = "SYS:Tables";

  /** Records of modules, by their hash. */
  static final String MODULE_VERSIONS = "SYS:ModuleVersions";

  private PactRows() {}

  /** The bytes of any row but a module's. */
  static byte[] encode(Object row) {
    if (row instanceof PObject fields) {
      return ValueCbor.row(fields);
    }
    if (row instanceof Guard.Keyset keyset) {
      return utf8(StableJson.write(keyset));
    }
    if (row instanceof Namespace namespace) {
      return encode(namespace);
    }
    return utf8(OutcomeJson.continuation(((PactRecord) row).execution()));
  }

  private static byte[] encode(Namespace namespace) {
    return utf8(
        "{\"user\":"
            + StableJson.write(namespace.user())
            + ",\"admin\":"
            + StableJson.write(namespace.admin())
            + "}");
  }

  /** Reads any row but a module's. */
  static Object decode(Domain<?> domain, String key, byte[] row) {
    if (domain.equals(Domain.KEYSETS)) {
      return RequestJson.read(json(row));
    }
    if (domain.equals(Domain.NAMESPACES)) {
      return namespace(key, json(row));
    }
    if (domain.equals(Domain.PACTS)) {
      JsonNode state = json(row);
      return new PactRecord(state.isNull() ? null : PactExecutionJson.read(state));
    }
    return ValueCborReader.row(row);
  }

  private static Namespace namespace(String name, JsonNode guards) {
    return new Namespace(
        name,
        (Guard) RequestJson.read(guards.get("user")),
        (Guard) RequestJson.read(guards.get("admin")));
  }

  private static JsonNode json(byte[] row) {
    return JsonShape.parse(row).node();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
