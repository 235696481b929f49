package dev.cairn.evidence.trust;

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

  public TrustedNetwork {
    contracts = List.copyOf(contracts);
    blocks = Set.copyOf(blocks);
    if (confirmations < 0) {
      throw new IllegalArgumentException("Confirmations are not negative.");
    }
  }
}
