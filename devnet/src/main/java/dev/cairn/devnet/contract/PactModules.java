package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devnet.json.JsonShape;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.db.ContractState;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.value.ModuleName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Modules as they are kept: code, the hash of the transaction that loaded it, and that
 * transaction's data, which constants may hold. Loading them again gives the same module hashes.
 */
final class PactModules {

  private final PactEngine engine;

  PactModules(PactEngine engine) {
    this.engine = engine;
  }

  static byte[] encode(Module module, JsonNode data) {
    ObjectNode kept = JsonNodeFactory.instance.objectNode();
    kept.put("code", module.code());
    kept.put("transaction", module.transactionHash());
    kept.set("data", data);
    return kept.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Loads modules in an order in which each finds what it uses: one that does not yet is tried
   * again after the others.
   */
  ContractState restore(ContractState before, List<Write> modules) {
    ContractState state = before;
    List<Write> waiting = modules;
    while (!waiting.isEmpty()) {
      List<Write> missing = new ArrayList<>();
      for (Write module : waiting) {
        try {
          state = load(state, module);
        } catch (PactException usesWhatIsMissing) {
          missing.add(module);
        }
      }
      if (missing.size() == waiting.size()) {
        throw new IllegalStateException(
            "Module " + missing.get(0).key() + " cannot be loaded again.");
      }
      waiting = missing;
    }
    return state;
  }

  private ContractState load(ContractState state, Write module) {
    JsonNode kept = JsonShape.parse(module.row()).node();
    Environment environment =
        PactEnvironments.toLoad(
            kept.get("transaction").textValue(), RequestJson.read(kept.get("data")));
    ModuleName name = ModuleName.parse(module.key()).orElseThrow();
    return engine.reload(state, name, kept.get("code").textValue(), environment);
  }
}
