package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.devnet.store.StoreException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network with a directory goes on where it was. */
class RestartTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  private DevnetSettings settings() {
    return DevnetSettings.development()
        .withGraph(ChainGraph.PETERSEN)
        .withNetwork("lasting", 99)
        .withAddress("127.0.0.1", 0)
        .withDirectory(directory);
  }

  private static JsonNode poll(NodeClient client, PactCommand command) {
    return client.postJson(
        client.path("/chain/3/pact/api/v1/poll"), "{\"requestKeys\":[\"" + command.hash() + "\"]}");
  }

  @Test
  void network_goesOnWhereItWas() {
    TestCommands commands = new TestCommands("lasting", CLOCK);
    PactCommand command = commands.exec(3, "(+ 1 2)");
    JsonNode result;
    try (Devnet devnet = Devnet.start(settings(), CLOCK, StubContracts::new)) {
      NodeClient client = new NodeClient(devnet);
      client.post(client.path("/chain/3/pact/api/v1/send"), TestCommands.batch(command));
      await().atMost(PactClient.PATIENCE).until(() -> !poll(client, command).isEmpty());
      result = poll(client, command);
    }
    try (Devnet devnet = Devnet.start(settings(), CLOCK, StubContracts::new)) {
      NodeClient client = new NodeClient(devnet);
      assertThat(poll(client, command)).isEqualTo(result);
      String again =
          client.post(client.path("/chain/3/pact/api/v1/send"), TestCommands.batch(command)).body();
      assertThat(again).endsWith("failed with: Transaction already exists on chain");
      PactCommand next = commands.exec(3, "(+ 1 2)");
      client.post(client.path("/chain/3/pact/api/v1/send"), TestCommands.batch(next));
      await().atMost(PactClient.PATIENCE).until(() -> !poll(client, next).isEmpty());
      new HeaderChecker(devnet).checkUpTo(client.height());
    }
  }

  @Test
  void directory_ofAnotherNetworkIsRefused() {
    Devnet.start(settings(), CLOCK, StubContracts::new).close();
    DevnetSettings other = settings().withNetwork("other", 99);
    assertThatThrownBy(() -> Devnet.start(other, CLOCK, StubContracts::new))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith("The directory holds another network (lasting, code 99, petersen");
  }
}
