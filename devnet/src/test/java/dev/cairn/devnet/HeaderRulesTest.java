package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.devnet.mining.MiningMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every header and payload that the network serves keeps chainweb's rules, on every graph. */
class HeaderRulesTest {

  /** Past the first two short epochs and the first long one. */
  private static final long HEIGHT = 250;

  static Stream<ChainGraph> graphs() {
    return Stream.of(
        ChainGraph.SINGLETON,
        ChainGraph.PAIR,
        ChainGraph.TRIANGLE,
        ChainGraph.PETERSEN,
        ChainGraph.TWENTY);
  }

  @Test
  void clock_thatStandsStillDoesNotStopBlocks() {
    DevnetSettings settings =
        DevnetSettings.development()
            .withGraph(ChainGraph.PAIR)
            .withAddress("127.0.0.1", 0)
            .withMining(new MiningMode.Periodic(Duration.ofMillis(1)));
    Clock stopped = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    try (Devnet devnet = Devnet.start(settings, stopped, StubContracts::new)) {
      NodeClient client = new NodeClient(devnet);
      await().atMost(PactClient.PATIENCE).until(() -> client.height() >= 20);
      new HeaderChecker(devnet).checkUpTo(20);
    }
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void chains_keepTheRulesFromGenesisOn(ChainGraph graph) {
    DevnetSettings settings =
        DevnetSettings.development()
            .withNetwork("rules", 77)
            .withGraph(graph)
            .withAddress("127.0.0.1", 0)
            .withMining(new MiningMode.Periodic(Duration.ofMillis(1)));
    try (Devnet devnet = Devnet.start(settings, Clock.systemUTC(), StubContracts::new)) {
      NodeClient client = new NodeClient(devnet);
      await().atMost(PactClient.PATIENCE).until(() -> client.height() >= HEIGHT);
      new HeaderChecker(devnet).checkUpTo(HEIGHT);
      assertThat(client.getJson("/info").get("nodeNumberOfChains").asInt())
          .isEqualTo(graph.order());
    }
  }
}
