package dev.cairn.chainweb.header;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The leaf hash of a header's chain id item, by which a proof shows its source chain. */
public final class ChainIdLeaf {

  /** Chains that are recognized; the largest graph that a node knows by name has under 200. */
  private static final int CHAINS = 256;

  private static final Map<Hash, ChainId> CHAIN_OF = new HashMap<>();

  static {
    for (int c = 0; c < CHAINS; c++) {
      ChainId chain = new ChainId(c);
      CHAIN_OF.put(HeaderLog.chainIdItem(chain).hash(), chain);
    }
  }

  private ChainIdLeaf() {}

  /** The chain of which this is the leaf: H(0x00 ‖ 0x0002 ‖ LE32(chain)). */
  public static Optional<ChainId> chainOf(Hash leaf) {
    return Optional.ofNullable(CHAIN_OF.get(leaf));
  }
}
