package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockWeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.LittleEndian;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleLog;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The genesis headers of a network (reference §2.5). */
public final class Genesis {

  private static final byte[] MARK = "CHAINWEB_GENESIS".getBytes(StandardCharsets.US_ASCII);

  private Genesis() {}

  /** The first block of a chain; all but its payload follows from the network. */
  public static BlockHeader header(ChainwebVersion version, ChainId chain, Hash payloadHash) {
    BlockHeight height = version.genesisHeight(chain);
    return new BlockHeader(
            0,
            version.genesisTime(),
            parentHash(version, chain),
            adjacents(version, chain, height),
            version.genesisTarget(chain),
            payloadHash,
            chain,
            BlockWeight.ZERO,
            height,
            version.code(),
            version.genesisTime(),
            0,
            payloadHash)
        .withComputedHash();
  }

  /**
   * What a genesis block names as the parent on a chain: the root of three untagged items, the
   * mark, LE32(version code) and LE32(chain).
   */
  public static Hash parentHash(ChainwebVersion version, ChainId chain) {
    return MerkleLog.of(
            List.of(
                MerkleItem.input(MARK),
                MerkleItem.input(LittleEndian.le32(version.code())),
                MerkleItem.input(LittleEndian.le32(chain.value()))))
        .root();
  }

  /** Whether a header is at its chain's genesis height. */
  public static boolean isGenesis(ChainwebVersion version, BlockHeader header) {
    return header.height().equals(version.genesisHeight(header.chainId()));
  }

  private static SortedMap<ChainId, Hash> adjacents(
      ChainwebVersion version, ChainId chain, BlockHeight height) {
    SortedMap<ChainId, Hash> adjacents = new TreeMap<>();
    for (ChainId adjacent : version.graphAt(height).adjacents(chain)) {
      adjacents.put(adjacent, parentHash(version, adjacent));
    }
    return adjacents;
  }
}
