package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.devnet.json.JsonText;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the node is and which chains it has. */
final class GetInfo implements Endpoint {

  private static final long MICROS_PER_MILLI = 1_000;

  private final String answer;

  GetInfo(ChainwebVersion version) {
    this.answer = describe(version);
  }

  @Override
  public Route route() {
    return Route.get("/info", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    return Answer.json(answer);
  }

  // Keys are alphabetical, lists of chains in the order of a 2.32 node.
  private static String describe(ChainwebVersion version) {
    ChainGraph graph = version.latestGraph();
    String history = "[[0," + each(graph, chain -> adjacency(graph, chain)) + "]]";
    return "{\"nodeApiVersion\":\"0.0\",\"nodeBlockDelay\":"
        + version.blockDelay().toMillis() * MICROS_PER_MILLI
        + ",\"nodeChains\":"
        + each(graph, chain -> "\"" + chain + "\"")
        + ",\"nodeGenesisHeights\":"
        + each(graph, chain -> "[\"" + chain + "\",0]")
        + ",\"nodeGraphHistory\":"
        + history
        + ",\"nodeHistoricalChains\":"
        + history
        + ",\"nodeLatestBehaviorHeight\":1,\"nodeNumberOfChains\":"
        + graph.order()
        + ",\"nodePackageVersion\":\""
        + Reply.NODE_VERSION
        + "\",\"nodeVersion\":"
        + JsonText.quote(version.name())
        + "}";
  }

  private static String adjacency(ChainGraph graph, ChainId chain) {
    return "[" + chain + "," + list(graph.adjacents(chain).stream(), ChainId::toString) + "]";
  }

  private static String each(ChainGraph graph, Function<ChainId, String> item) {
    return list(graph.chains(), item);
  }

  private static String list(Stream<ChainId> chains, Function<ChainId, String> item) {
    return TieBreak.ORDER_B.sort(chains).stream()
        .map(item)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
