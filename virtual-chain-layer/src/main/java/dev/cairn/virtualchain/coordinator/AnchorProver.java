package dev.cairn.virtualchain.coordinator;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.chainweb.spv.SpvProofs;
import dev.cairn.chainweb.spv.SpvSource;
import dev.cairn.virtualchain.executor.BlockPlace;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.PolledResult;
import java.util.List;

/**
 * Makes SPV proofs from headers and payloads that nodes hand out. Every hash is recomputed, so a
 * proof that comes out of here is right about the blocks that it names; whether those blocks won is
 * the word of the nodes, and grows surer with confirmations.
 *
 * <p>Safe for any thread. Every method may throw {@link
 * dev.cairn.virtualchain.executor.NodeException}.
 */
public final class AnchorProver {

  private final ChainwebNodes nodes;
  private final BlockFetcher blocks;
  private final ChainCrossing crossing;

  public AnchorProver(ChainwebNodes nodes) {
    this.nodes = nodes;
    this.blocks = new BlockFetcher(nodes);
    this.crossing = new ChainCrossing(nodes, blocks);
  }

  /**
   * Proves a transaction's output on its own chain, and shows the blocks above it.
   *
   * @throws NotProvableException when the transaction is not that deep on the winning branch
   * @throws UntrueAnswerException when a check fails
   */
  public AnchorProof prove(ChainId chain, RequestKey requestKey, int confirmations) {
    BlockPlace place = placeOf(chain, requestKey, confirmations);
    List<BlockHeader> headers =
        blocks.winning(chain, place.height(), place.height().plus(confirmations));
    BlockHeader block = headers.get(0);
    requireBlock(place, block);
    PayloadWithOutputs payload = blocks.payload(block);
    int index = indexOf(requestKey, payload, block);
    SpvProof spv = SpvProofs.proveOutput(SpvSource.sameBlock(payload, block), index);
    return new AnchorProof(chain, requestKey, index, headers, spv);
  }

  /**
   * Proves a transaction's output to another chain, in the lowest block there that can see it: the
   * proof that contracts on that chain accept.
   *
   * @throws NotProvableException when the target chain has not come so far
   * @throws UntrueAnswerException when a check fails
   */
  public SpvProof proveAcross(ChainId source, RequestKey requestKey, ChainId target) {
    BlockPlace place = placeOf(source, requestKey, 0);
    BlockHeader block = blocks.header(source, place.blockHash());
    PayloadWithOutputs payload = blocks.payload(block);
    int index = indexOf(requestKey, payload, block);
    return SpvProofs.proveOutput(crossing.from(block, payload, target), index);
  }

  /** Whether a node's own proof for the same place says the same, byte for byte. */
  public boolean agreesWithNode(AnchorProof proof) {
    return nodes.spv(proof.chain(), proof.requestKey(), proof.chain()).equals(proof.spv());
  }

  private BlockPlace placeOf(ChainId chain, RequestKey requestKey, int confirmations) {
    PolledResult result = nodes.poll(chain, List.of(requestKey), confirmations).get(requestKey);
    if (result == null || result.place().isEmpty()) {
      throw new NotProvableException(
          "Transaction %s is not %d blocks deep on chain %s."
              .formatted(requestKey, confirmations, chain));
    }
    return result.place().get();
  }

  /** The branch may have changed between the two questions. */
  private static void requireBlock(BlockPlace place, BlockHeader block) {
    if (!block.hash().equals(place.blockHash())) {
      throw new NotProvableException(
          "Block %s of height %s has left the winning branch."
              .formatted(place.blockHash(), place.height()));
    }
  }

  /** The position of the command whose text has the key as its hash. */
  private static int indexOf(RequestKey requestKey, PayloadWithOutputs payload, BlockHeader block) {
    for (int i = 0; i < payload.transactions().size(); i++) {
      if (isCommand(requestKey, payload.transactions().get(i).transaction())) {
        return i;
      }
    }
    throw new UntrueAnswerException(
        "Block " + block.hash() + " does not hold transaction " + requestKey + ".");
  }

  private static boolean isCommand(RequestKey requestKey, Bytes transaction) {
    try {
      PactCommand command = PactCommand.fromJson(transaction.bytes());
      return command.requestKey().equals(requestKey) && command.hasValidHash();
    } catch (MalformedException e) {
      throw new UntrueAnswerException("A block holds a transaction that can't be read.", e);
    }
  }
}
