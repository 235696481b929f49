package dev.cairn.virtualchain.executor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.MalformedException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a node says about its network (chainweb.md §6, NodeInfo).
 *
 * @param network its name, which every command carries
 * @param blockDelay the time between two blocks of a chain that miners aim at
 * @param graphs the graph of each height at which it changed
 */
public record NetworkInfo(
    String network, Duration blockDelay, NavigableMap<BlockHeight, ChainGraph> graphs) {

  /** Far above the 20 chains of today; bounds the work on a hostile answer. */
  static final int MAX_CHAINS = 1_000;

  public NetworkInfo {
    graphs = Collections.unmodifiableNavigableMap(new TreeMap<>(graphs));
    if (graphs.isEmpty()) {
      throw new MalformedException("A network has at least one graph; this one has none.");
    }
  }

  /** The chains that exist from now on. */
  public Stream<ChainId> chains() {
    return graphs.lastEntry().getValue().chains();
  }

  /** The number of chains that exist from now on. */
  public int chainCount() {
    return graphs.lastEntry().getValue().order();
  }

  /** The graph that blocks of this height were mined under. */
  public ChainGraph graphAt(BlockHeight height) {
    var entry = graphs.floorEntry(height);
    if (entry == null) {
      throw new MalformedException("The node names no graph for height " + height + ".");
    }
    return entry.getValue();
  }

  static NetworkInfo fromJson(JsonNode info) {
    NavigableMap<BlockHeight, ChainGraph> graphs = new TreeMap<>();
    for (JsonNode entry : info.path("nodeGraphHistory")) {
      BlockHeight height = new BlockHeight(entry.path(0).longValue());
      graphs.put(height, graphFrom(height, entry.path(1)));
    }
    return new NetworkInfo(
        info.path("nodeVersion").asText(),
        Duration.of(info.path("nodeBlockDelay").longValue(), ChronoUnit.MICROS),
        graphs);
  }

  private static ChainGraph graphFrom(BlockHeight height, JsonNode chains) {
    if (chains.isEmpty() || chains.size() > MAX_CHAINS) {
      throw new MalformedException(
          "A graph has 1 to " + MAX_CHAINS + " chains, not " + chains.size() + ".");
    }
    SortedMap<ChainId, List<ChainId>> adjacents = new TreeMap<>();
    for (JsonNode chain : chains) {
      adjacents.put(chainIn(chain.path(0)), adjacentsFrom(chain.path(1)));
    }
    return new ChainGraph("from height " + height, ascending(adjacents));
  }

  private static List<ChainId> adjacentsFrom(JsonNode chains) {
    List<ChainId> adjacents = new ArrayList<>();
    chains.forEach(chain -> adjacents.add(chainIn(chain)));
    return adjacents;
  }

  private static ChainId chainIn(JsonNode json) {
    return ChainId.parse(json.asText());
  }

  private static List<List<ChainId>> ascending(SortedMap<ChainId, List<ChainId>> adjacents) {
    if (adjacents.lastKey().value() != adjacents.size() - 1) {
      throw new MalformedException(
          "The chains of a graph are numbered from 0 without gaps: " + adjacents.keySet());
    }
    return new ArrayList<>(adjacents.values());
  }
}
