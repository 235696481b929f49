package dev.cairn.chainweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChainwebVersionTest {

  @Test
  void development_hasTheGraphThatTheNodeTells() {
    JsonNode info =
        Vectors.parsed(Vectors.sample("node-capture/info.json", "info").get("bodyText"));
    ChainwebVersion version = ChainwebVersion.DEVELOPMENT;
    assertThat(info.get("nodeVersion").textValue()).isEqualTo(version.name());
    assertThat(info.get("nodeNumberOfChains").intValue()).isEqualTo(version.latestGraph().order());
    assertThat(Vectors.items(info.get("nodeChains")).map(JsonNode::textValue))
        .containsExactlyElementsOf(
            TieBreak.ORDER_B.sort(version.latestGraph().chains()).stream()
                .map(ChainId::toString)
                .toList());
    JsonNode chains = info.get("nodeGraphHistory").get(0).get(1);
    assertThat(chains).hasSize(20);
    for (JsonNode chain : chains) {
      ChainId id = new ChainId(chain.get(0).intValue());
      assertThat(Vectors.items(chain.get(1)).map(adjacent -> new ChainId(adjacent.intValue())))
          .containsExactlyInAnyOrderElementsOf(version.latestGraph().adjacents(id));
    }
  }

  @Test
  void graphAt_changesAtTheTransition() {
    ChainwebVersion mainnet = ChainwebVersion.MAINNET01;
    assertThat(mainnet.graphAt(new BlockHeight(852_053))).isEqualTo(ChainGraph.PETERSEN);
    assertThat(mainnet.graphAt(new BlockHeight(852_054))).isEqualTo(ChainGraph.TWENTY);
    assertThat(mainnet.genesisHeight(new ChainId(9))).isEqualTo(BlockHeight.ZERO);
    assertThat(mainnet.genesisHeight(new ChainId(10))).isEqualTo(new BlockHeight(852_054));
    assertThatThrownBy(() -> mainnet.genesisHeight(new ChainId(20)))
        .hasMessage("mainnet01 has no chain 20.");
  }

  @Test
  void changedCopies_keepTheRest() {
    ChainwebVersion version =
        ChainwebVersion.privateNetwork("mine", 77, ChainGraph.PAIR)
            .withBlockDelay(Duration.ofMillis(200))
            .withGenesisTime(new BlockTime(5))
            .withProofOfWork(true)
            .withGraph(ChainGraph.TRIANGLE, HashTarget.MAX);
    assertThat(version.name()).isEqualTo("mine");
    assertThat(version.code()).isEqualTo(77);
    assertThat(version.blockDelayMicros()).isEqualTo(200_000);
    assertThat(version.genesisTime()).isEqualTo(new BlockTime(5));
    assertThat(version.proofOfWork()).isTrue();
    assertThat(version.latestGraph()).isEqualTo(ChainGraph.TRIANGLE);
    assertThat(version.genesisTarget(new ChainId(2))).isEqualTo(HashTarget.MAX);
  }

  @Test
  void constructor_refusesNetworksThatCannotBe() {
    ChainwebVersion good = ChainwebVersion.DEVELOPMENT;
    assertThatThrownBy(() -> good.withBlockDelay(Duration.ZERO)).hasMessageContaining("positive");
    assertThatThrownBy(
            () ->
                new ChainwebVersion(
                    "none",
                    1,
                    new TreeMap<>(),
                    good.genesisTime(),
                    new TreeMap<>(),
                    good.blockDelay(),
                    good.window(),
                    false,
                    good.forks()))
        .hasMessage("A network has a graph from height 0 on.");
    assertThatThrownBy(
            () ->
                new ChainwebVersion(
                    "half",
                    1,
                    good.graphs(),
                    good.genesisTime(),
                    new TreeMap<>(),
                    good.blockDelay(),
                    good.window(),
                    false,
                    good.forks()))
        .hasMessageContaining("a genesis target for each");
  }
}
