package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.payload.TransactionWithOutput;
import dev.cairn.devnet.contract.ContractState;
import dev.cairn.devnet.contract.PactContracts;
import dev.cairn.devnet.spv.ContractProofs;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.MemoryStore;
import dev.cairn.devnet.transaction.Executed;
import dev.cairn.devnet.transaction.GenesisRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public contracts, taken from the recorded first block, run here as on a real node. */
class PublicGenesisTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void recordedFirstBlock_hasTheSameOutcome(int chain) {
    try (ChainStore store = new ChainStore(new MemoryStore(), 0)) {
      PactContracts contracts = new PactContracts(new ContractProofs(store), store.rows());
      GenesisRun run = new GenesisRun(contracts);
      ContractState state = contracts.empty();
      long txId = 0;
      for (TransactionWithOutput recorded : RecordedGenesis.transactions(chain)) {
        JsonNode command = NodeClient.json(recorded.transaction().text());
        PactCommand signed = PactCommand.of(Bytes.utf8(command.get("cmd").textValue()), List.of());
        Executed executed = run.execute(signed, state, txId);
        assertThat(outcome(Bytes.of(executed.output()))).isEqualTo(outcome(recorded.output()));
        state = executed.after();
        txId = executed.nextTxId();
      }
    }
  }

  // Genesis commands do not hash to their request keys, and logs also cover stored modules, whose
  // form is not ours; everything else is equal, module hashes among it.
  private static JsonNode outcome(Bytes output) {
    ObjectNode result = (ObjectNode) NodeClient.json(output.text());
    return result.without(List.of("reqKey", "logs"));
  }

  @Test
  void modulesOfADirectory_standInForOurs(@TempDir Path directory) throws Exception {
    RecordedGenesis.writeModules(directory);
    Files.writeString(
        directory.resolve("extra.pact"), "(module extra G (defcap G () true) (defun one () 1))");
    DevnetSettings settings =
        DevnetSettings.development().withAddress("127.0.0.1", 0).withModules(directory);
    try (Devnet devnet = Devnet.start(settings, Clock.systemUTC())) {
      PactClient client = new PactClient(new NodeClient(devnet));
      TestCommands commands = new TestCommands("development", Clock.systemUTC());
      assertThat(
              client.local(0, commands.exec(0, "(at 'hash (describe-module \"coin\"))")).asText())
          .isEqualTo("3iIBQdJnst44Z2ZgXoHPkAauybJ0h85l_en_SGHNibE");
      assertThat(client.local(3, commands.exec(3, "(extra.one)")).at("/int").asInt()).isEqualTo(1);
      assertThat(client.local(5, commands.exec(5, "(coin.get-balance \"sender09\")")).asInt())
          .isEqualTo(190_000_000);
    }
  }
}
