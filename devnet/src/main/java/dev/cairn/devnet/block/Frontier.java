package dev.cairn.devnet.block;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The newest block of every chain. Blocks are mined in rounds, so all have one height.
 *
 * @param headers by chain number
 */
public record Frontier(List<BlockHeader> headers) {

  public Frontier {
    headers = List.copyOf(headers);
    for (int chain = 0; chain < headers.size(); chain++) {
      BlockHeader header = headers.get(chain);
      if (header.chainId().value() != chain || !header.height().equals(headers.get(0).height())) {
        throw new IllegalArgumentException(
            "A frontier has each chain at its place and one height.");
      }
    }
  }

  public BlockHeight height() {
    return headers.get(0).height();
  }

  public BlockHeader of(ChainId chain) {
    return headers.get(chain.value());
  }

  /** The hashes of some chains' newest blocks. */
  public SortedMap<ChainId, Hash> hashes(List<ChainId> chains) {
    SortedMap<ChainId, Hash> found = new TreeMap<>();
    chains.forEach(chain -> found.put(chain, of(chain).hash()));
    return found;
  }

  /** The newest creation time of all. */
  public BlockTime newestTime() {
    return headers.stream().map(BlockHeader::creationTime).max(BlockTime::compareTo).orElseThrow();
  }

  /** The newest blocks by chain. */
  public SortedMap<ChainId, BlockHeader> byChain() {
    SortedMap<ChainId, BlockHeader> found = new TreeMap<>();
    headers.forEach(header -> found.put(header.chainId(), header));
    return found;
  }
}
