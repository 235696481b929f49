package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleTag;
import dev.cairn.chainweb.merkle.Side;

/**
 * The check of SPV proofs; {@link SpvProofs} is the prover.
 *
 * <p>A proof's steps bind the subject, every sibling and the order to the root, so the root is what
 * a caller must compare with a trusted header of the target chain. They do not bind the position;
 * it is required to be one that the path allows, which no single changed bit survives.
 */
public final class SpvChecker {

  /**
   * Highest position that is accepted: the block gas limit (180000) leaves room for fewer
   * transactions in a block than that.
   */
  static final int MAX_POSITION = 0xffff;

  private SpvChecker() {}

  /** Checks the proof of a transaction's output, all but its root. */
  public static CheckedOutput checkOutput(SpvProof proof) {
    MerkleItem.Input output = requireSubject(proof, MerkleTag.TRANSACTION_OUTPUT);
    ProofLayout layout = requireLayout(proof.object(), Side.LEFT);
    return new CheckedOutput(
        proof.root(),
        proof.chain(),
        layout.source(),
        transactionIndex(proof),
        Bytes.of(output.untagged()));
  }

  /** Checks the proof of the output of a transaction of which the place in its block is known. */
  public static CheckedOutput checkOutput(SpvProof proof, int transactionIndex) {
    requireIndex(proof, transactionIndex);
    return checkOutput(proof);
  }

  /** Checks the proof of a transaction, all but its root. */
  public static CheckedTransaction checkTransaction(SpvProof proof) {
    MerkleItem.Input transaction = requireSubject(proof, MerkleTag.TRANSACTION);
    ProofLayout layout = requireLayout(proof.object(), Side.RIGHT);
    return new CheckedTransaction(
        proof.root(),
        proof.chain(),
        layout.source(),
        transactionIndex(proof),
        Bytes.of(transaction.untagged()));
  }

  /** Checks the proof of a transaction of which the place in its block is known. */
  public static CheckedTransaction checkTransaction(SpvProof proof, int transactionIndex) {
    requireIndex(proof, transactionIndex);
    return checkTransaction(proof);
  }

  // Item 0 of both trees is the coinbase output or the miner data (reference §1.4).
  private static int transactionIndex(SpvProof proof) {
    return requirePosition(proof.object()) - 1;
  }

  private static void requireIndex(SpvProof proof, int transactionIndex) {
    if (transactionIndex(proof) != transactionIndex) {
      throw new InvalidProofException(
          "The proof is of transaction %d of its block, not %d."
              .formatted(transactionIndex(proof), transactionIndex));
    }
  }

  // Without the tag a coinbase or a transaction could pass as an output (reference §5.4).
  private static MerkleItem.Input requireSubject(SpvProof proof, MerkleTag tag) {
    if (proof.subject() instanceof MerkleItem.Input input && input.hasTag(tag)) {
      return input;
    }
    throw new InvalidProofException(
        "The subject of the proof does not carry the tag 0x%04x.".formatted(tag.code()));
  }

  private static ProofLayout requireLayout(InclusionProof object, Side payloadSide) {
    requirePosition(object);
    ProofLayout layout = ProofLayout.of(object, payloadSide);
    if (!layout.innermost().positionFitsSides()) {
      throw new InvalidProofException(
          "Position " + object.position() + " does not fit the sides of the proof's first tree.");
    }
    return layout;
  }

  private static int requirePosition(InclusionProof object) {
    if (object.position() < 1 || object.position() > MAX_POSITION) {
      throw new InvalidProofException(
          "Position " + object.position() + " can't be that of a transaction.");
    }
    return (int) object.position();
  }
}
