package dev.cairn.devnet.genesis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devnet.json.JsonText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the first block runs: the modules, then the funds of the test accounts. */
final class GenesisScript {

  private GenesisScript() {}

  /** The transactions in their order, the same on every chain. */
  static List<GenesisTransaction> transactions(GenesisModules modules) {
    List<GenesisTransaction> found = new ArrayList<>();
    for (GenesisModules.Source module : modules.sources()) {
      found.add(
          new GenesisTransaction("genesis-" + module.name(), module.text(), operatorKeysets()));
    }
    found.add(grants());
    return found;
  }

  // sender00 runs the namespaces; until the end of their script anybody does.
  private static ObjectNode operatorKeysets() {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    keyset(data, "ns-admin-keyset", "keys-all", TestAccount.ALL.subList(0, 1));
    keyset(data, "ns-operate-keyset", "keys-all", TestAccount.ALL.subList(0, 1));
    keyset(data, "ns-genesis-keyset", "=", List.of());
    return data;
  }

  // Names, keys and funds are those of the public network `development`.
  private static GenesisTransaction grants() {
    ObjectNode keysets = JsonNodeFactory.instance.objectNode();
    List<String> calls = new ArrayList<>();
    for (TestAccount account : TestAccount.ALL) {
      keyset(keysets, account.name(), "keys-all", List.of(account));
      calls.add(grant(account.name(), account.balance()));
    }
    keyset(keysets, "multi-00-01", "keys-all", TestAccount.ALL.subList(0, 2));
    calls.add(grant("multi-00-01", new BigDecimal("101000000.0")));
    keyset(keysets, "multi-02-03-04-any", "keys-any", TestAccount.ALL.subList(2, 5));
    calls.add(grant("multi-02-03-04-any", new BigDecimal("123400000.0")));
    String code = calls.stream().collect(Collectors.joining("\n"));
    return new GenesisTransaction("genesis-grants", code, keysets);
  }

  private static String grant(String account, BigDecimal balance) {
    String name = JsonText.quote(account);
    return "(coin.coinbase "
        + name
        + " (read-keyset "
        + name
        + ") "
        + balance.toPlainString()
        + ")";
  }

  private static void keyset(
      ObjectNode data, String name, String predicate, List<TestAccount> owners) {
    ObjectNode keyset = data.putObject(name).put("pred", predicate);
    ArrayNode keys = keyset.putArray("keys");
    owners.forEach(owner -> keys.add(owner.publicKeyHex()));
  }
}
