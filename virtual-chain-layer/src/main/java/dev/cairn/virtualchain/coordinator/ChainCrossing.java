package dev.cairn.virtualchain.coordinator;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.SpvRoute;
import dev.cairn.chainweb.spv.SpvSource;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.NetworkInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Finds the headers that lead from a block of one chain to a block of another (chainweb.md §5.2).
 */
final class ChainCrossing {

  /** The choice of present nodes between equally short ways; every choice verifies. */
  private static final TieBreak TIE_BREAK = TieBreak.ORDER_B;

  private final ChainwebNodes nodes;
  private final BlockFetcher blocks;

  ChainCrossing(ChainwebNodes nodes, BlockFetcher blocks) {
    this.nodes = nodes;
    this.blocks = blocks;
  }

  /** Out to the lowest block of the target chain that can see the source block. */
  SpvSource from(BlockHeader source, PayloadWithOutputs payload, ChainId target) {
    NetworkInfo info = nodes.info();
    BlockHeight height = targetHeight(info, source, target);
    BlockHeader top = blocks.winning(target, height, height).get(0);
    SpvRoute route =
        new SpvRoute(info.graphAt(height), TIE_BREAK, headersBetween(info, top, source));
    try {
      return route.walk(top, source, payload);
    } catch (IllegalArgumentException e) {
      throw new NotProvableException(
          "Block %s of chain %s has left the winning branch."
              .formatted(source.hash(), source.chainId()));
    }
  }

  /** The source's height and the distance; both distances where the graph changes in between. */
  private static BlockHeight targetHeight(NetworkInfo info, BlockHeader source, ChainId target) {
    ChainGraph now = graphWith(info, source.height(), target);
    BlockHeight near = source.height().plus(now.distance(source.chainId(), target));
    ChainGraph then = graphWith(info, near, target);
    return then.equals(now) ? near : near.plus(then.distance(source.chainId(), target));
  }

  private static ChainGraph graphWith(NetworkInfo info, BlockHeight height, ChainId target) {
    ChainGraph graph = info.graphAt(height);
    if (!graph.contains(target)) {
      throw new IllegalArgumentException(
          "There is no chain " + target + " at height " + height + ".");
    }
    return graph;
  }

  /** Fetches every header on the way down, each by the hash that the one above names. */
  private Function<Hash, BlockHeader> headersBetween(
      NetworkInfo info, BlockHeader top, BlockHeader source) {
    Map<Hash, BlockHeader> fetched = new HashMap<>();
    BlockHeader at = top;
    ChainGraph graph = info.graphAt(top.height());
    for (ChainId hop : graph.shortestPath(top.chainId(), source.chainId(), TIE_BREAK)) {
      at = fetch(hop, adjacentOn(hop, at), fetched);
    }
    while (at.height().compareTo(source.height()) > 0) {
      at = fetch(source.chainId(), at.parent(), fetched);
    }
    return hash -> Objects.requireNonNull(fetched.get(hash));
  }

  private static Hash adjacentOn(ChainId chain, BlockHeader header) {
    Hash adjacent = header.adjacents().get(chain);
    if (adjacent == null) {
      throw new UntrueAnswerException(
          "Block %s names no neighbour on chain %s, as the node's graph has it."
              .formatted(header.hash(), chain));
    }
    return adjacent;
  }

  private BlockHeader fetch(ChainId chain, Hash hash, Map<Hash, BlockHeader> fetched) {
    BlockHeader header = blocks.header(chain, hash);
    fetched.put(hash, header);
    return header;
  }
}
