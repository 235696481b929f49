package dev.cairn.chainweb;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order in which Floyd-Warshall visits intermediate chains, which decides between equally short
 * paths (reference §5.2). Nodes visit in the order of their hash maps; any order gives valid
 * proofs.
 */
public enum TieBreak {
  /** By chain number; agrees with {@link #ORDER_A} wherever a real proof was compared. */
  NUMERIC,
  /** Nodes up to 2023: by ((c xor 12) and 15, c div 16) (reference §3.3). */
  ORDER_A,
  /** Nodes from 2024, 2.32 among them: by c xor 21 (reference §3.3). */
  ORDER_B;

  /** The given chains in this order; also the order in which such a node prints them. */
  public List<ChainId> sort(Stream<ChainId> chains) {
    return chains.sorted(Comparator.comparingInt(this::rank)).toList();
  }

  private int rank(ChainId chain) {
    int c = chain.value();
    return switch (this) {
      case NUMERIC -> c;
      case ORDER_A -> (((c ^ 12) & 15) << 16) + c / 16;
      case ORDER_B -> c ^ 21;
    };
  }
}
