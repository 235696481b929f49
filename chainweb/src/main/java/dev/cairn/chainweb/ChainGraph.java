package dev.cairn.chainweb;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An undirected graph of chains: neighbours name each other's blocks as adjacent parents.
 *
 * @param name the graph's name in the node's source
 * @param adjacency the neighbours of each chain, by chain number
 */
public record ChainGraph(String name, List<List<ChainId>> adjacency) {

  public static final ChainGraph SINGLETON = of("singleton", new int[][] {{}});
  public static final ChainGraph PAIR = of("pair", new int[][] {{1}, {0}});
  public static final ChainGraph TRIANGLE = of("triangle", new int[][] {{1, 2}, {0, 2}, {0, 1}});

  /** Ten chains of degree 3; any two are at most 2 apart. */
  public static final ChainGraph PETERSEN =
      of(
          "petersen",
          new int[][] {
            {2, 3, 5}, {3, 4, 6}, {0, 4, 7}, {0, 1, 8}, {1, 2, 9},
            {0, 6, 9}, {1, 5, 7}, {2, 6, 8}, {3, 7, 9}, {4, 5, 8}
          });

  /** Twenty chains of degree 3; any two are at most 3 apart. */
  public static final ChainGraph TWENTY =
      of(
          "twenty",
          new int[][] {
            {5, 10, 15}, {6, 11, 16}, {7, 12, 17}, {8, 13, 18}, {9, 14, 19},
            {0, 7, 8}, {1, 8, 9}, {2, 5, 9}, {3, 5, 6}, {4, 6, 7},
            {0, 11, 19}, {1, 10, 12}, {2, 11, 13}, {3, 12, 14}, {4, 13, 15},
            {0, 14, 16}, {1, 15, 17}, {2, 16, 18}, {3, 17, 19}, {4, 10, 18}
          });

  public ChainGraph {
    adjacency = adjacency.stream().map(chains -> chains.stream().sorted().toList()).toList();
    for (int c = 0; c < adjacency.size(); c++) {
      requireSymmetric(new ChainId(c), adjacency);
    }
  }

  /** The number of chains. */
  public int order() {
    return adjacency.size();
  }

  public Stream<ChainId> chains() {
    return IntStream.range(0, order()).mapToObj(ChainId::new);
  }

  public boolean contains(ChainId chain) {
    return chain.value() < order();
  }

  /** The neighbours of a chain, ascending. */
  public List<ChainId> adjacents(ChainId chain) {
    if (!contains(chain)) {
      throw new IllegalArgumentException(
          "The graph " + name + " has " + order() + " chains, there is no chain " + chain + ".");
    }
    return adjacency.get(chain.value());
  }

  /** The number of hops between two chains. */
  public int distance(ChainId from, ChainId to) {
    return shortestPath(from, to, TieBreak.NUMERIC).size();
  }

  /** The largest distance of any two chains. */
  public int diameter() {
    return ShortestPaths.of(this, TieBreak.NUMERIC).longest();
  }

  /** The chains on a shortest path, without {@code from} and with {@code to}; empty if equal. */
  public List<ChainId> shortestPath(ChainId from, ChainId to, TieBreak tieBreak) {
    adjacents(from);
    adjacents(to);
    return ShortestPaths.of(this, tieBreak).path(from, to);
  }

  private static void requireSymmetric(ChainId chain, List<List<ChainId>> adjacency) {
    for (ChainId adjacent : adjacency.get(chain.value())) {
      if (adjacent.equals(chain)
          || adjacent.value() >= adjacency.size()
          || !adjacency.get(adjacent.value()).contains(chain)) {
        throw new IllegalArgumentException(
            "Chain " + chain + " can't have " + adjacent + " as a neighbour: not mutual.");
      }
    }
  }

  private static ChainGraph of(String name, int[][] adjacents) {
    return new ChainGraph(name, Stream.of(adjacents).map(ChainGraph::sorted).toList());
  }

  private static List<ChainId> sorted(int[] chains) {
    return IntStream.of(chains).mapToObj(ChainId::new).toList();
  }
}
