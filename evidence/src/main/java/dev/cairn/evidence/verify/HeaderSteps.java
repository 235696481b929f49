package dev.cairn.evidence.verify;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustedNetwork;
import java.util.List;

/** The steps that look at block headers: hash, proof of work, confirmations, block trusted. */
final class HeaderSteps {
  /** The graphs of the protocol (chainweb reference §3). */
  private static final List<ChainGraph> GRAPHS =
      List.of(
          ChainGraph.SINGLETON,
          ChainGraph.PAIR,
          ChainGraph.TRIANGLE,
          ChainGraph.PETERSEN,
          ChainGraph.TWENTY);

  private HeaderSteps() {}

  /** The step that needs no trust file. */
  static void hashes(Anchor anchor, Findings findings) {
    findings.check(Step.HEADER_HASH, () -> headerHash(anchor));
  }

  /** The steps that depend on what is believed about the network. */
  static void trust(Anchor anchor, TrustedNetwork network, Findings findings) {
    if (network.proofOfWorkRequired()) {
      findings.check(Step.PROOF_OF_WORK, () -> proofOfWork(anchor.headers()));
    } else {
      findings.notChecked(
          Step.PROOF_OF_WORK, "network " + anchor.network() + " has proof of work off");
    }
    findings.check(Step.CONFIRMATIONS, () -> confirmations(anchor.headers(), network));
    findings.check(Step.BLOCK_TRUSTED, () -> blockTrusted(anchor.headers(), network));
  }

  private static String headerHash(Anchor anchor) {
    BlockHeader block = anchor.block();
    StepFailure.unless(
        block.hash().equals(anchor.blockHash()), "the first header is not that of blockHash");
    StepFailure.unless(
        block.height().equals(anchor.blockHeight()), "the block is not at blockHeight");
    StepFailure.unless(
        block.chainId().equals(anchor.chainId()), "the block is not on the chain of chainId");
    for (int i = 0; i < anchor.headers().size(); i++) {
      BlockHeader header = anchor.headers().get(i);
      StepFailure.unless(header.hasValidHash(), "header " + i + " does not have its hash");
      StepFailure.unless(
          hasKnownNeighbours(header), "header " + i + " has neighbours that its chain has not");
    }
    return "block " + block.hash() + " of chain " + block.chainId();
  }

  /** The block hash covers the adjacents' hashes but not their chains (chainweb reference §2.2). */
  private static boolean hasKnownNeighbours(BlockHeader header) {
    List<ChainId> neighbours = List.copyOf(header.adjacents().keySet());
    return GRAPHS.stream()
        .anyMatch(
            graph ->
                graph.contains(header.chainId())
                    && graph.adjacents(header.chainId()).equals(neighbours));
  }

  private static String proofOfWork(List<BlockHeader> headers) {
    for (int i = 0; i < headers.size(); i++) {
      StepFailure.unless(headers.get(i).meetsTarget(), "header " + i + " misses its target");
    }
    return headers.size() + " headers meet their targets";
  }

  private static String confirmations(List<BlockHeader> headers, TrustedNetwork network) {
    int found = linkedHeaders(headers) - 1;
    StepFailure.unless(
        found == headers.size() - 1, "header " + (found + 1) + " is no child of the one before");
    StepFailure.unless(
        found >= network.confirmations(),
        found + " of " + network.confirmations() + " confirmations");
    return found + ", at least " + network.confirmations() + " are needed";
  }

  private static String blockTrusted(List<BlockHeader> headers, TrustedNetwork network) {
    int version = headers.get(0).versionCode();
    StepFailure.unless(
        version == network.versionCode(), "the block is of a network with code " + version);
    for (int i = 0; i < linkedHeaders(headers); i++) {
      if (network.blocks().contains(PinnedBlock.of(headers.get(i)))) {
        return i == 0 ? "the block is pinned" : "confirmation " + i + " is pinned";
      }
    }
    throw new StepFailure("neither the block nor a confirmation is pinned in the trust file");
  }

  /** The number of headers, from the first, that follow each other on one chain. */
  private static int linkedHeaders(List<BlockHeader> headers) {
    int linked = 1;
    while (linked < headers.size() && isChild(headers.get(linked), headers.get(linked - 1))) {
      linked++;
    }
    return linked;
  }

  private static boolean isChild(BlockHeader child, BlockHeader parent) {
    return child.parent().equals(parent.hash())
        && child.height().equals(parent.height().plus(1))
        && child.chainId().equals(parent.chainId())
        && child.versionCode() == parent.versionCode();
  }
}
