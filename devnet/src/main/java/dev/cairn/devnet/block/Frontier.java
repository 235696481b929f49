package dev.cairn.devnet.block;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The newest block of every chain. Neighbours are at most one block apart; as a rule all have one
 * height.
 *
 * @param headers by chain number
 */
public record Frontier(List<BlockHeader> headers) {

  public Frontier {
    headers = List.copyOf(headers);
    for (int chain = 0; chain < headers.size(); chain++) {
      if (headers.get(chain).chainId().value() != chain) {
        throw new IllegalArgumentException("A frontier has each chain at its place.");
      }
    }
  }

  /** The height that all chains have reached. */
  public BlockHeight height() {
    return headers.stream().map(BlockHeader::height).min(BlockHeight::compareTo).orElseThrow();
  }

  /** The height that one chain has reached. */
  public BlockHeight height(ChainId chain) {
    return of(chain).height();
  }

  public BlockHeader of(ChainId chain) {
    return headers.get(chain.value());
  }

  /** The newest creation time of all. */
  public BlockTime newestTime() {
    return headers.stream().map(BlockHeader::creationTime).max(BlockTime::compareTo).orElseThrow();
  }

  /** The weight of the whole web up to here, by which branches compete. */
  public BigInteger weight() {
    return headers.stream()
        .map(header -> header.weight().value())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * The parents of a chain's next block; empty as long as a neighbour has no block of that height.
   *
   * @param parentOf finds the parent of a block
   */
  public Optional<ParentHeaders> parents(
      ChainId chain, ChainGraph graph, Function<BlockHeader, BlockHeader> parentOf) {
    BlockHeader parent = of(chain);
    List<BlockHeader> adjacents = new ArrayList<>();
    for (ChainId neighbour : graph.adjacents(chain)) {
      BlockHeader newest = of(neighbour);
      if (newest.height().compareTo(parent.height()) < 0) {
        return Optional.empty();
      }
      // A neighbour that is one block ahead stands on the one that counts.
      adjacents.add(newest.height().equals(parent.height()) ? newest : parentOf.apply(newest));
    }
    return Optional.of(ParentHeaders.of(parent, adjacents));
  }
}
