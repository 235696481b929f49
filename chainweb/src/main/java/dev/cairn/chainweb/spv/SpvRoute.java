package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The way from a target header back to a source block: adjacent parents along a shortest path, then
 * parents on the source chain (reference §5.2).
 *
 * @param graph the graph at the target's height
 * @param tieBreak which of several shortest paths
 * @param headers finds a header by its hash; fails for an unknown one
 */
public record SpvRoute(ChainGraph graph, TieBreak tieBreak, Function<Hash, BlockHeader> headers) {

  /** Least height of a target header that can see the source block. */
  public BlockHeight minimalTargetHeight(BlockHeader source, ChainId target) {
    return source.height().plus(graph.distance(source.chainId(), target));
  }

  /** Walks from the target down to the source block. */
  public SpvSource walk(BlockHeader target, BlockHeader source, PayloadWithOutputs payload) {
    List<BlockHeader> crossings = new ArrayList<>();
    BlockHeader at = target;
    for (ChainId hop : graph.shortestPath(target.chainId(), source.chainId(), tieBreak)) {
      crossings.add(at);
      at = headers.apply(adjacent(at, hop));
    }
    Collections.reverse(crossings);
    return new SpvSource(payload, descend(at, source), crossings);
  }

  private static Hash adjacent(BlockHeader header, ChainId chain) {
    Hash hash = header.adjacents().get(chain);
    if (hash == null) {
      throw new IllegalArgumentException(
          "Block %s has no adjacent parent on chain %s; the graph is another one there."
              .formatted(header.hash(), chain));
    }
    return hash;
  }

  private List<BlockHeader> descend(BlockHeader from, BlockHeader source) {
    List<BlockHeader> chain = new ArrayList<>();
    BlockHeader at = from;
    chain.add(at);
    while (at.height().compareTo(source.height()) > 0) {
      at = headers.apply(at.parent());
      chain.add(at);
    }
    if (!at.hash().equals(source.hash())) {
      throw new IllegalArgumentException(
          "Block " + source.hash() + " is not an ancestor of the target on its branch.");
    }
    Collections.reverse(chain);
    return chain;
  }
}
