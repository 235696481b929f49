package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network in one process, the instance in another, nothing but the node's REST API between. */
class ElsewhereTest {
  @TempDir Path directory;

  @Test
  void networkOnDemand_worksAsEmbedded() throws IOException {
    oneEventAgainst("--network", "development");
  }

  @Test
  void otherNameGraphAndBlockTime_workToo() throws IOException {
    oneEventAgainst(
        "--network",
        "pebble",
        "--version-code",
        "77",
        "--graph",
        "petersen",
        "--block-time",
        "400");
  }

  private void oneEventAgainst(String... devnetOptions) throws IOException {
    try (CairnProcess devnet = devnet(devnetOptions)) {
      String[] network = network(devnet, devnetOptions[1]);
      CommandRun again = CommandRun.good(with(network, "deploy"));
      assertThat(CommandRun.good(with(network, "deploy")).out()).isEqualTo(again.out());
      try (CairnProcess up =
          CairnProcess.start(
              file("up.log"),
              with(
                  network,
                  "up",
                  "--port",
                  "0",
                  "--confirmations",
                  "2",
                  "--no-proof-of-work",
                  "--data",
                  name("data")))) {
        fetchEvidence(up.address().toString());
      }
    }
    CommandRun verified =
        CommandRun.of("verify", "--trust", name("trust.json"), name("evidence.json"));
    assertThat(verified.exit()).as(verified.out()).isZero();
  }

  private CairnProcess devnet(String... options) throws IOException {
    String[] command = new String[options.length + 5];
    String[] fixed = {"devnet", "--port", "0", "--data", name("devnet")};
    System.arraycopy(fixed, 0, command, 0, fixed.length);
    System.arraycopy(options, 0, command, fixed.length, options.length);
    return CairnProcess.start(file("devnet.log"), command);
  }

  private String[] network(CairnProcess devnet, String name) {
    return new String[] {
      "--nodes",
      devnet.address().toString(),
      "--network",
      name,
      "--sender",
      "sender01",
      "--sender-key",
      directory.resolve("devnet").resolve("keys").resolve("sender01.jwk").toString()
    };
  }

  private void fetchEvidence(String at) throws IOException {
    CommandRun.good("keygen", "--alg", "ES256K", "--out", name("device.jwk"));
    Files.writeString(file("reading.txt"), "21.5");
    CommandRun.good(
        "sign", "--key", name("device.jwk"), "--out", name("event.jws"), name("reading.txt"));
    String eventId = CommandRun.good("submit", "--at", at, name("event.jws")).out().strip();
    CommandRun.good("evidence", "--at", at, "--out", name("evidence.json"), eventId);
    CommandRun.good("trust", "--at", at, "--out", name("trust.json"));
  }

  private static String[] with(String[] network, String command, String... more) {
    String[] all = new String[network.length + more.length + 1];
    all[0] = command;
    System.arraycopy(network, 0, all, 1, network.length);
    System.arraycopy(more, 0, all, network.length + 1, more.length);
    return all;
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private String name(String name) {
    return file(name).toString();
  }
}
