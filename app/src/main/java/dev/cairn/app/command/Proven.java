package dev.cairn.app.command;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleTag;
import dev.cairn.chainweb.spv.CheckedOutput;
import dev.cairn.chainweb.spv.CheckedTransaction;
import dev.cairn.chainweb.spv.SpvChecker;
import dev.cairn.chainweb.spv.SpvProof;
import org.jspecify.annotations.Nullable;

/**
 * What a proof shows, once its root is a trusted block's hash: the output or the command of a
 * transaction; the tag of its subject says which.
 */
record Proven(String kind, Hash root, ChainId target, ChainId source, long index, String text) {

  /**
   * Checks all of a proof but its root.
   *
   * @param knownIndex the transaction's place in its block, where the caller knows it
   */
  static Proven by(SpvProof proof, @Nullable Integer knownIndex) {
    Proven proven = isTransaction(proof) ? transaction(proof) : output(proof);
    if (knownIndex != null && knownIndex != proven.index) {
      throw new IllegalArgumentException(
          "it is for transaction %d of its block, not %d.".formatted(proven.index, knownIndex));
    }
    return proven;
  }

  private static boolean isTransaction(SpvProof proof) {
    return proof.subject() instanceof MerkleItem.Input input && input.hasTag(MerkleTag.TRANSACTION);
  }

  private static Proven output(SpvProof proof) {
    CheckedOutput checked = SpvChecker.checkOutput(proof);
    return new Proven(
        "output",
        checked.root(),
        checked.target(),
        checked.source(),
        checked.transactionIndex(),
        checked.output().text());
  }

  private static Proven transaction(SpvProof proof) {
    CheckedTransaction checked = SpvChecker.checkTransaction(proof);
    return new Proven(
        "command",
        checked.root(),
        checked.target(),
        checked.source(),
        checked.transactionIndex(),
        checked.transaction().text());
  }
}
