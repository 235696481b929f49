package dev.cairn.devnet.mining;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.block.Frontier;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Up to which height the chains keep their blocks when some lose their last ones. A block names its
 * neighbours' blocks one height down, so it falls with them: n blocks of one chain take n - 1 of
 * each neighbour with them, n - 2 of theirs, and so on.
 *
 * @param heights of the last block that stays, by chain; chains that keep all are in it, too
 */
record Fork(SortedMap<ChainId, Long> heights) {

  /** The fork at which chosen chains lose so many blocks. */
  static Fork of(Frontier frontier, ChainGraph graph, Collection<ChainId> chosen, int blocks) {
    SortedMap<ChainId, Long> heights = new TreeMap<>();
    graph.chains().forEach(chain -> heights.put(chain, frontier.height(chain).value()));
    Deque<ChainId> lowered = new ArrayDeque<>();
    for (ChainId chain : List.copyOf(chosen)) {
      heights.merge(chain, (long) blocks, (height, lost) -> height - lost);
      lowered.add(chain);
    }
    while (!lowered.isEmpty()) {
      ChainId chain = lowered.remove();
      long highest = heights.get(chain) + 1;
      for (ChainId neighbour : graph.adjacents(chain)) {
        if (heights.get(neighbour) > highest) {
          heights.put(neighbour, highest);
          lowered.add(neighbour);
        }
      }
    }
    return new Fork(heights);
  }
}
