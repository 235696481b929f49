package dev.cairn.virtualchain.coordinator;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import java.util.List;

/** Fetches headers and payloads, and lets none through whose hashes do not hold. */
final class BlockFetcher {

  private final ChainwebNodes nodes;

  BlockFetcher(ChainwebNodes nodes) {
    this.nodes = nodes;
  }

  /** The header with this hash: its fields have the hash, and it is of the chain. */
  BlockHeader header(ChainId chain, Hash hash) {
    BlockHeader header = checked(chain, nodes.header(chain, hash));
    if (!header.hash().equals(hash)) {
      throw new UntrueAnswerException(
          "Asked for block %s of chain %s, the node gave %s."
              .formatted(hash, chain, header.hash()));
    }
    return header;
  }

  /**
   * The headers of the winning branch of a chain from one height to another, linked by parents.
   *
   * @throws NotProvableException when the chain does not reach so far
   */
  List<BlockHeader> winning(ChainId chain, BlockHeight from, BlockHeight to) {
    ChainHead head = headOf(chain);
    if (head.height().compareTo(to) < 0) {
      throw new NotProvableException(
          "Chain %s is at height %s, not yet at %s.".formatted(chain, head.height(), to));
    }
    List<BlockHeader> headers = nodes.branch(chain, head.hash(), from, to);
    checkBranch(chain, from, to, headers);
    return headers;
  }

  /** The payload that the header names, with outputs. */
  PayloadWithOutputs payload(BlockHeader header) {
    PayloadWithOutputs payload = nodes.payload(header);
    if (!payload.hasValidHashes() || !payload.payloadHash().equals(header.payloadHash())) {
      throw new UntrueAnswerException(
          "The payload of block " + header.hash() + " does not have the hash that it names.");
    }
    return payload;
  }

  private ChainHead headOf(ChainId chain) {
    ChainHead head = nodes.heads().get(chain);
    if (head == null) {
      throw new NotProvableException("The cut has no chain " + chain + ".");
    }
    return head;
  }

  private static void checkBranch(
      ChainId chain, BlockHeight from, BlockHeight to, List<BlockHeader> headers) {
    if (headers.size() != to.value() - from.value() + 1) {
      throw new NotProvableException(
          "The node gave %d blocks of chain %s for heights %s to %s."
              .formatted(headers.size(), chain, from, to));
    }
    for (int i = 0; i < headers.size(); i++) {
      BlockHeader header = checked(chain, headers.get(i));
      if (header.height().value() != from.value() + i) {
        throw new UntrueAnswerException(
            "Block " + header.hash() + " is at height " + header.height() + ", out of order.");
      }
      if (i > 0 && !header.parent().equals(headers.get(i - 1).hash())) {
        throw new UntrueAnswerException(
            "Block " + header.hash() + " is not a child of the block before it.");
      }
    }
  }

  private static BlockHeader checked(ChainId chain, BlockHeader header) {
    if (!header.hasValidHash()) {
      throw new UntrueAnswerException("A header does not have the hash " + header.hash() + ".");
    }
    if (!header.chainId().equals(chain)) {
      throw new UntrueAnswerException(
          "Block %s is of chain %s, not %s.".formatted(header.hash(), header.chainId(), chain));
    }
    return header;
  }
}
