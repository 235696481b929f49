package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.pact.PactCommand;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What clients have seen survives {@code kill -9}: blocks, results, modules, rows. */
class KillTest {

  private static final String FIRST = "018f0000-0000-7000-8000-000000000001";
  private static final String SECOND = "018f0000-0000-7000-8000-000000000002";

  @TempDir Path directory;

  private final TestCommands commands = new TestCommands("development", Clock.systemUTC());
  private final AnchorContract anchor = new AnchorContract(commands, 4);

  @Test
  void network_goesOnAfterAKill() throws Exception {
    Path port = directory.resolve("port");
    Process process = start(port);
    PactCommand recording = anchor.record(FIRST);
    JsonNode hash;
    JsonNode result;
    try {
      await().atMost(PactClient.PATIENCE).until(() -> Files.exists(port));
      URI uri = URI.create("http://127.0.0.1:" + Files.readString(port));
      PactClient client = new PactClient(new NodeClient(uri, "development"));
      client.succeeded(4, anchor.deploy());
      client.succeeded(4, anchor.register());
      result = client.succeeded(4, recording);
      hash = client.local(4, anchor.hash());
    } finally {
      process.destroyForcibly().waitFor();
    }
    checkAfterRestart(recording, result, hash);
  }

  private void checkAfterRestart(PactCommand recording, JsonNode result, JsonNode hash) {
    DevnetSettings settings = KilledNetwork.settings(directory.resolve("chains"));
    try (Devnet devnet = Devnet.start(settings, Clock.systemUTC())) {
      PactClient client = new PactClient(new NodeClient(devnet));
      assertThat(client.poll(4, recording, 0).get(recording.hash().toString())).isEqualTo(result);
      assertThat(client.local(4, anchor.hash())).isEqualTo(hash);
      assertThat(client.local(4, anchor.read(FIRST)).get("submitter").asText()).isEqualTo("cairn");
      client.succeeded(4, anchor.record(SECOND));
      assertThat(client.mined(4, anchor.deploy()).at("/result/error/message").asText())
          .contains("cairn-anchor");
      new HeaderChecker(devnet).checkUpTo(client.node().height());
    }
  }

  private Process start(Path port) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledNetwork.class.getName(),
            directory.resolve("chains").toString(),
            port.toString())
        .inheritIO()
        .start();
  }
}
