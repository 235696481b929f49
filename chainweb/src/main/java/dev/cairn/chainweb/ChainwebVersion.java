package dev.cairn.chainweb;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * One Chainweb network: all that its headers depend on (reference §2.4 to §2.6).
 *
 * @param name what clients call {@code networkId} and nodes print as the version
 * @param code what headers carry
 * @param graphs the graph from each transition height on; the first height is 0
 * @param genesisTime creation time of every genesis block
 * @param genesisTargets target of the genesis blocks that start at each transition height
 * @param blockDelay the time between blocks that difficulty aims for
 * @param window blocks in an epoch
 * @param proofOfWork whether nodes of this network check it
 * @param forks heights at which the rules for targets changed
 */
public record ChainwebVersion(
    String name,
    int code,
    SortedMap<BlockHeight, ChainGraph> graphs,
    BlockTime genesisTime,
    SortedMap<BlockHeight, HashTarget> genesisTargets,
    Duration blockDelay,
    int window,
    boolean proofOfWork,
    TargetForks forks) {

  public static final ChainwebVersion DEVELOPMENT = KnownVersions.development();
  public static final ChainwebVersion RECAP_DEVELOPMENT = KnownVersions.recapDevelopment();
  public static final ChainwebVersion TESTNET04 = KnownVersions.testnet04();
  public static final ChainwebVersion MAINNET01 = KnownVersions.mainnet01();

  /** The four networks that the node's source knows by name. */
  public static final List<ChainwebVersion> KNOWN =
      List.of(DEVELOPMENT, RECAP_DEVELOPMENT, TESTNET04, MAINNET01);

  public ChainwebVersion {
    graphs = Collections.unmodifiableSortedMap(new TreeMap<>(graphs));
    genesisTargets = Collections.unmodifiableSortedMap(new TreeMap<>(genesisTargets));
    if (graphs.isEmpty() || graphs.firstKey().value() != 0) {
      throw new IllegalArgumentException("A network has a graph from height 0 on.");
    }
    if (!graphs.keySet().equals(genesisTargets.keySet())) {
      throw new IllegalArgumentException("A network has a genesis target for each of its graphs.");
    }
    if (blockDelay.isNegative() || blockDelay.isZero() || window < 1) {
      throw new IllegalArgumentException("A network has a positive block delay and window.");
    }
  }

  /**
   * A private network like {@link #DEVELOPMENT}: one graph, current rules from the start, no proof
   * of work.
   */
  public static ChainwebVersion privateNetwork(String name, int code, ChainGraph graph) {
    return KnownVersions.likeDevelopment(name, code, graph);
  }

  public ChainwebVersion withBlockDelay(Duration delay) {
    return new ChainwebVersion(
        name, code, graphs, genesisTime, genesisTargets, delay, window, proofOfWork, forks);
  }

  public ChainwebVersion withGenesisTime(BlockTime time) {
    return new ChainwebVersion(
        name, code, graphs, time, genesisTargets, blockDelay, window, proofOfWork, forks);
  }

  public ChainwebVersion withProofOfWork(boolean checked) {
    return new ChainwebVersion(
        name, code, graphs, genesisTime, genesisTargets, blockDelay, window, checked, forks);
  }

  /** The same network with one graph of one difficulty from the start. */
  public ChainwebVersion withGraph(ChainGraph graph, HashTarget genesisTarget) {
    return new ChainwebVersion(
        name,
        code,
        new TreeMap<>(Map.of(BlockHeight.ZERO, graph)),
        genesisTime,
        new TreeMap<>(Map.of(BlockHeight.ZERO, genesisTarget)),
        blockDelay,
        window,
        proofOfWork,
        forks);
  }

  /** The graph of a height: that of the latest transition at or below it. */
  public ChainGraph graphAt(BlockHeight height) {
    return graphs.get(graphs.headMap(height.plus(1)).lastKey());
  }

  /** The graph that all blocks end up on. */
  public ChainGraph latestGraph() {
    return graphs.get(graphs.lastKey());
  }

  /** The height of a chain's genesis block: that of the first graph that has the chain. */
  public BlockHeight genesisHeight(ChainId chain) {
    return graphs.entrySet().stream()
        .filter(entry -> entry.getValue().contains(chain))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no chain " + chain + "."));
  }

  public HashTarget genesisTarget(ChainId chain) {
    HashTarget target = genesisTargets.get(genesisHeight(chain));
    return Objects.requireNonNull(target);
  }

  /** The block delay in microseconds. */
  public long blockDelayMicros() {
    return TimeUnit.NANOSECONDS.toMicros(blockDelay.toNanos());
  }
}
