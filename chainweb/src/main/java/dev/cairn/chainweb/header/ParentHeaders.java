package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The parents of one block: its own chain's, and each neighbour's block of the same height
 * (reference §3.2).
 */
public record ParentHeaders(BlockHeader parent, SortedMap<ChainId, BlockHeader> adjacents) {

  public ParentHeaders {
    adjacents = Collections.unmodifiableSortedMap(new TreeMap<>(adjacents));
  }

  public static ParentHeaders of(BlockHeader parent, List<BlockHeader> adjacents) {
    SortedMap<ChainId, BlockHeader> byChain = new TreeMap<>();
    adjacents.forEach(adjacent -> byChain.put(adjacent.chainId(), adjacent));
    return new ParentHeaders(parent, byChain);
  }

  /** The parent, then the adjacent parents by ascending chain. */
  public Stream<BlockHeader> all() {
    return Stream.concat(Stream.of(parent), adjacents.values().stream());
  }

  /** What the block names as its adjacent parents. */
  public SortedMap<ChainId, Hash> adjacentHashes() {
    SortedMap<ChainId, Hash> hashes = new TreeMap<>();
    adjacents.forEach((chain, header) -> hashes.put(chain, header.hash()));
    return hashes;
  }

  /** The latest creation time of them all; the block's own is strictly later. */
  public BlockTime latestTime() {
    return all().map(BlockHeader::creationTime).max(Comparator.naturalOrder()).orElseThrow();
  }
}
