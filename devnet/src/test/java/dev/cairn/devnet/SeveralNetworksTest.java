package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.pact.PactCommand;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks side by side in one process know nothing of each other. */
class SeveralNetworksTest {

  private static final Clock CLOCK = Clock.systemUTC();

  @TempDir Path directory;

  private TestNetwork start(String name, int code, ChainGraph graph) {
    return TestNetwork.start(
        TestNetwork.settings()
            .withNetwork(name, code)
            .withGraph(graph)
            .withDirectory(directory.resolve(name)),
        CLOCK);
  }

  @Test
  void networks_haveTheirOwnNamesCodesAndChains() throws Exception {
    List<TestNetwork> networks = new ArrayList<>();
    try {
      networks.add(start("alpha", 1_001, ChainGraph.PAIR));
      networks.add(start("beta", 1_002, ChainGraph.PETERSEN));
      networks.add(start("gamma", 1_003, ChainGraph.TRIANGLE));
      for (TestNetwork network : networks) {
        check(network, networks);
      }
    } finally {
      networks.forEach(TestNetwork::close);
    }
  }

  private static void check(TestNetwork network, List<TestNetwork> all) {
    String name = network.devnet().version().name();
    PactCommand command = new TestCommands(name, CLOCK).exec(1, "(+ 1 2)");
    for (TestNetwork other : all) {
      String answer =
          other
              .client()
              .node()
              .post(other.client().path(1, "send"), TestCommands.batch(command))
              .body();
      assertThat(answer.startsWith("{\"requestKeys\"")).isEqualTo(other == network);
    }
    network.mine(2);
    JsonNode info = network.client().node().getJson("/info");
    assertThat(info.get("nodeVersion").asText()).isEqualTo(name);
    assertThat(network.web().frontier().headers())
        .allMatch(header -> header.versionCode() == network.devnet().version().code());
    assertThat(network.web().check()).isEqualTo(1);
    for (TestNetwork other : all) {
      assertThat(other.client().poll(1, command, 0).isEmpty()).isEqualTo(other != network);
    }
  }
}
