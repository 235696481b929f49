package dev.cairn.chainweb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All shortest paths of a graph by Floyd-Warshall with next hops, as nodes compute them (reference
 * §5.2): a path is replaced only by a strictly shorter one, so the order of the intermediate chains
 * decides ties.
 */
final class ShortestPaths {

  // Large enough for any distance, small enough that two of them add up without overflow.
  private static final int UNREACHABLE = Integer.MAX_VALUE / 4;

  private final int[][] distance;
  private final int[][] nextHop;

  private ShortestPaths(int order) {
    distance = new int[order][order];
    nextHop = new int[order][order];
  }

  static ShortestPaths of(ChainGraph graph, TieBreak tieBreak) {
    ShortestPaths paths = new ShortestPaths(graph.order());
    graph.chains().forEach(chain -> paths.startAt(graph, chain));
    tieBreak.sort(graph.chains()).forEach(via -> paths.relaxThrough(via.value()));
    return paths;
  }

  List<ChainId> path(ChainId from, ChainId to) {
    if (distance[from.value()][to.value()] == UNREACHABLE) {
      throw new IllegalArgumentException("There is no path from chain " + from + " to " + to + ".");
    }
    List<ChainId> path = new ArrayList<>();
    for (int at = from.value(); at != to.value(); ) {
      at = nextHop[at][to.value()];
      path.add(new ChainId(at));
    }
    return List.copyOf(path);
  }

  int longest() {
    return Arrays.stream(distance).flatMapToInt(Arrays::stream).max().orElse(0);
  }

  private void startAt(ChainGraph graph, ChainId chain) {
    int from = chain.value();
    Arrays.fill(distance[from], UNREACHABLE);
    distance[from][from] = 0;
    for (ChainId adjacent : graph.adjacents(chain)) {
      distance[from][adjacent.value()] = 1;
      nextHop[from][adjacent.value()] = adjacent.value();
    }
  }

  private void relaxThrough(int via) {
    for (int from = 0; from < distance.length; from++) {
      for (int to = 0; to < distance.length; to++) {
        int length = distance[from][via] + distance[via][to];
        if (length < distance[from][to]) {
          distance[from][to] = length;
          nextHop[from][to] = nextHop[from][via];
        }
      }
    }
  }
}
