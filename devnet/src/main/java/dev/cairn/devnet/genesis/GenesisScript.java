package dev.cairn.devnet.genesis;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devnet.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What the first block runs: the coin, the namespaces, the test accounts. */
final class GenesisScript {

  private static final String CONTRACTS = "/dev/cairn/contracts/";

  private GenesisScript() {}

  /** The transactions in their order, the same on every chain. */
  static List<GenesisTransaction> transactions() {
    return List.of(
        new GenesisTransaction("genesis-coin", contract("coin.pact"), noData()),
        new GenesisTransaction("genesis-namespaces", contract("genesis/ns.pact"), noData()),
        grants(TestAccount.ALL));
  }

  private static GenesisTransaction grants(List<TestAccount> accounts) {
    ObjectNode keysets = noData();
    for (TestAccount account : accounts) {
      keysets
          .putObject(account.name())
          .put("pred", "keys-all")
          .putArray("keys")
          .add(account.publicKeyHex());
    }
    String code = accounts.stream().map(GenesisScript::grant).collect(Collectors.joining("\n"));
    return new GenesisTransaction("genesis-grants", code, keysets);
  }

  private static String grant(TestAccount account) {
    String name = JsonText.quote(account.name());
    return "(coin.remit-genesis "
        + name
        + " (read-keyset "
        + name
        + ") "
        + account.balance().toPlainString()
        + ")";
  }

  private static ObjectNode noData() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static String contract(String name) {
    try (InputStream source = GenesisScript.class.getResourceAsStream(CONTRACTS + name)) {
      if (source == null) {
        throw new IllegalStateException("The contract " + name + " is not on the class path.");
      }
      return new String(source.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
