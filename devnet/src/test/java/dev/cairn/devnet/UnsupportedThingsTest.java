package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.pact.PactCommand;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the network does not do is refused by name. */
class UnsupportedThingsTest {

  private static final TestCommands COMMANDS = new TestCommands("development", Clock.systemUTC());

  private static Devnet devnet;
  private static PactClient client;

  @BeforeAll
  static void start() {
    devnet =
        Devnet.start(
            DevnetSettings.development().withAddress("127.0.0.1", 0),
            Clock.systemUTC(),
            store -> new StubContracts());
    client = new PactClient(new NodeClient(devnet));
  }

  @AfterAll
  static void stop() {
    devnet.close();
  }

  private static String refusal(String endpoint, PactCommand command) {
    String body = endpoint.equals("send") ? TestCommands.batch(command) : command.toJson();
    return client.node().post(client.path(0, endpoint), body).body();
  }

  @Test
  void verifiers_areRefused() {
    PactCommand plain = COMMANDS.exec(0, "1");
    Bytes text =
        Bytes.utf8(
            plain
                .cmd()
                .text()
                .replace(
                    "\"nonce\":",
                    "\"verifiers\":[{\"name\":\"allow\",\"proof\":null,\"clist\":[]}],\"nonce\":"));
    PactCommand command = PactCommand.of(text, plain.sigs());
    assertThat(refusal("send", command)).endsWith("This network has no verifier plugins");
    assertThat(refusal("local?signatureVerification=false", command))
        .isEqualTo("Metadata validation failed: [\"This network has no verifier plugins\"]");
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

  @Test
  void webAuthn_isRefused() {
    PactCommand plain = COMMANDS.exec(0, "1");
    Bytes text =
        Bytes.utf8(
            plain.cmd().text().replace("\"pubKey\":", "\"scheme\":\"WebAuthn\",\"pubKey\":"));
    PactCommand command = PactCommand.of(text, List.of("{}"));
    assertThat(refusal("send", command))
        .endsWith(
            "Invalid transaction sigs: The signature at position 0 is invalid:"
                + " this network does not check WebAuthn signatures.");
  }
}
