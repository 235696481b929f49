package dev.cairn.chainweb.cut;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a block on top of a cut names as its parents (reference §3.2).
 *
 * @param parent the chain's block in the cut
 * @param adjacents hash of each neighbour's block at the parent's height
 */
public record CutExtension(BlockHeader parent, SortedMap<ChainId, Hash> adjacents) {

  public CutExtension {
    adjacents = Collections.unmodifiableSortedMap(new TreeMap<>(adjacents));
  }

  /** The extension of a chain; empty if a neighbour that is behind blocks it. */
  public static Optional<CutExtension> of(
      ChainwebVersion version, Map<ChainId, BlockHeader> cut, ChainId chain) {
    BlockHeader parent = requireHeader(cut, chain);
    SortedMap<ChainId, Hash> adjacents = new TreeMap<>();
    for (ChainId neighbour : version.graphAt(parent.height()).adjacents(chain)) {
      Optional<Hash> hash = atHeightOf(parent, cut.get(neighbour));
      if (hash.isEmpty()) {
        return Optional.empty();
      }
      adjacents.put(neighbour, hash.get());
    }
    return Optional.of(new CutExtension(parent, adjacents));
  }

  /** All extensions that a cut allows, by ascending chain. */
  public static List<CutExtension> all(ChainwebVersion version, Map<ChainId, BlockHeader> cut) {
    List<CutExtension> extensions = new ArrayList<>();
    for (ChainId chain : new TreeMap<>(cut).keySet()) {
      of(version, cut, chain).ifPresent(extensions::add);
    }
    return extensions;
  }

  /** The parents themselves; the function finds a header by its hash. */
  public ParentHeaders parents(Function<Hash, BlockHeader> headers) {
    return ParentHeaders.of(parent, adjacents.values().stream().map(headers).toList());
  }

  // Neighbours' heights differ by at most one: same height, one ahead, or one behind and blocking.
  // A neighbour that the cut does not have yet, at a change of the graph, blocks as well.
  private static Optional<Hash> atHeightOf(BlockHeader parent, @Nullable BlockHeader neighbour) {
    if (neighbour == null) {
      return Optional.empty();
    }
    long ahead = neighbour.height().value() - parent.height().value();
    if (ahead == 0) {
      return Optional.of(neighbour.hash());
    }
    if (ahead == 1) {
      return Optional.of(neighbour.parent());
    }
    if (ahead == -1) {
      return Optional.empty();
    }
    throw new IllegalArgumentException(
        "Chains %s and %s are neighbours; their heights in a cut can't differ by %d."
            .formatted(parent.chainId(), neighbour.chainId(), Math.abs(ahead)));
  }

  private static BlockHeader requireHeader(Map<ChainId, BlockHeader> cut, ChainId chain) {
    BlockHeader header = cut.get(chain);
    if (header == null) {
      throw new IllegalArgumentException("The cut has no block of chain " + chain + ".");
    }
    return header;
  }
}
