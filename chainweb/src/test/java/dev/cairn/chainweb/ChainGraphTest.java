package dev.cairn.chainweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChainGraphTest {

  static Stream<ChainGraph> graphs() {
    return Stream.of(
        ChainGraph.SINGLETON,
        ChainGraph.PAIR,
        ChainGraph.TRIANGLE,
        ChainGraph.PETERSEN,
        ChainGraph.TWENTY);
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void graph_isTheNodesOwn(ChainGraph graph) {
    JsonNode vector = Vectors.read("graphs.json").get(graph.name());
    assertThat(graph.order()).isEqualTo(vector.get("order").intValue());
    graph
        .chains()
        .forEach(
            chain -> {
              JsonNode adjacents = vector.get("adjacents").get(chain.toString());
              assertThat(graph.adjacents(chain))
                  .isEqualTo(chains(adjacents).stream().sorted().toList());
              graph.chains().forEach(to -> checkPath(graph, vector, chain, to));
            });
  }

  private static void checkPath(ChainGraph graph, JsonNode vector, ChainId from, ChainId to) {
    int distance = vector.get("distance").get(from.value()).get(to.value()).intValue();
    assertThat(graph.distance(from, to)).isEqualTo(distance);
    if (!from.equals(to)) {
      assertThat(graph.shortestPath(from, to, TieBreak.NUMERIC))
          .isEqualTo(chains(vector.get("shortestPath").get(from + "-" + to)));
    }
    for (TieBreak tieBreak : TieBreak.values()) {
      List<ChainId> path = graph.shortestPath(from, to, tieBreak);
      assertThat(path).hasSize(distance);
      ChainId at = from;
      for (ChainId next : path) {
        assertThat(graph.adjacents(at)).contains(next);
        at = next;
      }
      assertThat(at).isEqualTo(to);
    }
  }

  /** Reference §5.2: the ways of nodes of different years. */
  @Test
  void shortestPath_differsByTieBreak() {
    ChainGraph twenty = ChainGraph.TWENTY;
    ChainId one = new ChainId(1);
    ChainId zero = new ChainId(0);
    assertThat(twenty.shortestPath(one, zero, TieBreak.ORDER_B)).hasToString("[16, 15, 0]");
    assertThat(twenty.shortestPath(one, zero, TieBreak.ORDER_A)).hasToString("[11, 10, 0]");
    assertThat(twenty.shortestPath(one, zero, TieBreak.NUMERIC)).hasToString("[11, 10, 0]");
  }

  @Test
  void diameter_isThatOfTheReference() {
    assertThat(ChainGraph.PETERSEN.diameter()).isEqualTo(2);
    assertThat(ChainGraph.TWENTY.diameter()).isEqualTo(3);
  }

  /** Reference §3.3. */
  @Test
  void orderB_isThatOfA2_32Node() {
    assertThat(TieBreak.ORDER_B.sort(ChainGraph.TWENTY.chains()))
        .hasToString("[17, 16, 19, 18, 5, 4, 7, 6, 1, 0, 3, 2, 13, 12, 15, 14, 9, 8, 11, 10]");
  }

  @Test
  void constructor_refusesANeighbourThatIsNotMutual() {
    List<List<ChainId>> oneWay = List.of(List.of(new ChainId(1)), List.of());
    assertThatThrownBy(() -> new ChainGraph("one-way", oneWay)).hasMessageContaining("not mutual");
  }

  private static List<ChainId> chains(JsonNode numbers) {
    return Vectors.items(numbers).map(number -> new ChainId(number.intValue())).toList();
  }
}
