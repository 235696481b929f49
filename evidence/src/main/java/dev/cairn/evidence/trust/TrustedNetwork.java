package dev.cairn.evidence.trust;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.Anchor;
import java.util.List;
import java.util.Set;

/**
 * What is believed about one network.
 *
 * @param versionCode of its block headers (chainweb reference §2.4)
 * @param proofOfWorkRequired false for networks that mine without work, such as development
 * @param confirmations blocks that evidence has to bring on top of the anchor's block
 * @param contracts the anchor contracts that count
 * @param blocks pinned blocks; evidence has to contain one of them
 */
public record TrustedNetwork(
    int versionCode,
    boolean proofOfWorkRequired,
    int confirmations,
    List<TrustedContract> contracts,
    Set<PinnedBlock> blocks) {
  /** All headers of evidence but the first. */
  public static final int MAX_CONFIRMATIONS = Anchor.MAX_HEADERS - 1;

  public TrustedNetwork {
    contracts = List.copyOf(contracts);
    blocks = Set.copyOf(blocks);
    if (confirmations < 0 || confirmations > MAX_CONFIRMATIONS) {
      throw new MalformedException(
          "Evidence brings 0 to %d confirmations, never %d."
              .formatted(MAX_CONFIRMATIONS, confirmations));
    }
  }
}
