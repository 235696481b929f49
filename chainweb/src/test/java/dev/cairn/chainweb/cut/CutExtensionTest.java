package dev.cairn.chainweb.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Sha512t256;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.Genesis;
import dev.cairn.chainweb.header.HeaderRules;
import dev.cairn.chainweb.header.HeaderSet;
import dev.cairn.chainweb.header.NextHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CutExtensionTest {

  private static final Hash PAYLOAD = Sha512t256.hash(new byte[] {1});

  static Stream<ChainGraph> graphs() {
    return Stream.of(
        ChainGraph.SINGLETON,
        ChainGraph.PAIR,
        ChainGraph.TRIANGLE,
        ChainGraph.PETERSEN,
        ChainGraph.TWENTY);
  }

  /** Replays a real network in the order of its creation times: each block was allowed. */
  @Test
  void recordedBlocks_wereExtensionsOfTheCutBeforeThem() {
    HeaderSet headers = HeaderSet.development();
    Map<ChainId, BlockHeader> cut = new TreeMap<>();
    List<BlockHeader> byTime =
        headers.all().stream()
            .sorted((a, b) -> a.creationTime().compareTo(b.creationTime()))
            .toList();
    for (BlockHeader header : byTime) {
      if (header.height().value() > 0) {
        CutExtension extension =
            CutExtension.of(ChainwebVersion.DEVELOPMENT, cut, header.chainId()).orElseThrow();
        assertThat(extension.parent().hash()).isEqualTo(header.parent());
        assertThat(extension.adjacents()).isEqualTo(header.adjacents());
      }
      cut.put(header.chainId(), header);
    }
    assertThat(byTime).hasSize(780);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void networkGrownFromExtensions_followsTheRules(ChainGraph graph) {
    ChainwebVersion version = ChainwebVersion.privateNetwork("grown", 0x7fff0001, graph);
    Map<ChainId, BlockHeader> cut = new TreeMap<>();
    graph.chains().forEach(chain -> cut.put(chain, Genesis.header(version, chain, PAYLOAD)));
    Map<Hash, BlockHeader> headers = new HashMap<>();
    cut.values().forEach(header -> headers.put(header.hash(), header));
    HeaderRules rules = new HeaderRules(version);
    Random random = new Random(graph.order());
    for (int i = 0; i < 300; i++) {
      List<CutExtension> extensions = CutExtension.all(version, cut);
      CutExtension extension = extensions.get(random.nextInt(extensions.size()));
      ParentHeaders parents = extension.parents(headers::get);
      BlockTime time = new BlockTime(parents.latestTime().micros() + 1 + random.nextInt(1_000_000));
      BlockHeader next = NextHeader.build(version, parents, PAYLOAD, time);
      assertThat(rules.check(next, parents)).isEmpty();
      assertThat(BlockHeader.decode(next.encode())).isEqualTo(next);
      headers.put(next.hash(), next);
      cut.put(next.chainId(), next);
    }
  }

  @Test
  void chainAheadOfANeighbour_isBlocked() {
    ChainwebVersion version = ChainwebVersion.privateNetwork("pair", 9, ChainGraph.PAIR);
    ChainId zero = new ChainId(0);
    ChainId one = new ChainId(1);
    Map<ChainId, BlockHeader> cut = new TreeMap<>();
    cut.put(zero, Genesis.header(version, zero, PAYLOAD));
    cut.put(one, Genesis.header(version, one, PAYLOAD));
    BlockHeader ahead = extended(version, cut, zero);
    cut.put(zero, ahead);
    assertThat(CutExtension.of(version, cut, zero)).isEmpty();
    assertThat(CutExtension.of(version, cut, one).orElseThrow().adjacents())
        .containsEntry(zero, ahead.parent());
    cut.remove(one);
    assertThat(CutExtension.of(version, cut, zero)).isEmpty();
    assertThatThrownBy(() -> CutExtension.of(version, cut, one))
        .hasMessage("The cut has no block of chain 1.");
  }

  @Test
  void neighboursTwoHeightsApart_areNoCut() {
    HeaderSet headers = HeaderSet.development();
    Map<ChainId, BlockHeader> cut = new TreeMap<>();
    headers.all().stream()
        .filter(header -> header.height().equals(new BlockHeight(4)))
        .forEach(header -> cut.put(header.chainId(), header));
    headers.all().stream()
        .filter(header -> header.height().equals(new BlockHeight(2)))
        .filter(header -> header.chainId().value() == 5)
        .forEach(header -> cut.put(header.chainId(), header));
    assertThatThrownBy(() -> CutExtension.of(ChainwebVersion.DEVELOPMENT, cut, new ChainId(0)))
        .hasMessageContaining("can't differ by 2");
  }

  private static BlockHeader extended(
      ChainwebVersion version, Map<ChainId, BlockHeader> cut, ChainId chain) {
    Map<Hash, BlockHeader> headers = new HashMap<>();
    cut.values().forEach(header -> headers.put(header.hash(), header));
    ParentHeaders parents =
        CutExtension.of(version, cut, chain).orElseThrow().parents(headers::get);
    BlockTime time = new BlockTime(parents.latestTime().micros() + 1);
    return NextHeader.build(version, parents, PAYLOAD, time);
  }
}
