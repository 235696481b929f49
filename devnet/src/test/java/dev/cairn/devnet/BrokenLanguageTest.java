package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chainweb.pact.PactCommand;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A contract language with a defect does not stop the network. */
class BrokenLanguageTest {

  private static final TestCommands COMMANDS = new TestCommands("development", Clock.systemUTC());

  private static Devnet devnet;
  private static PactClient client;

  @BeforeAll
  static void start() {
    devnet =
        Devnet.start(
            DevnetSettings.development().withAddress("127.0.0.1", 0),
            Clock.systemUTC(),
            StubContracts::new);
    client = new PactClient(new NodeClient(devnet));
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  @Test
  void transaction_thatBreaksTheLanguageLeavesTheNetworkWorking() {
    PactCommand broken = COMMANDS.exec(0, "(break)");
    client.send(0, broken);
    await().atMost(PactClient.PATIENCE).until(() -> !client.poll(0, broken, 0).isEmpty());
    assertThat(client.poll(0, broken, 0).at("/" + broken.hash() + "/result/error/message").asText())
        .isEqualTo("Transaction is badlisted because it previously failed to validate.");
    client.succeeded(0, COMMANDS.exec(0, "1"));
  }
}
