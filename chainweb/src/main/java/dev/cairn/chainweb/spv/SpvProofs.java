package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.chainweb.merkle.MerkleTag;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.payload.TransactionWithOutput;

/** The prover of SPV proofs (reference §5.2); {@link SpvChecker} is the check. */
public final class SpvProofs {

  // Positions in the trees: the miner data or coinbase is item 0 (reference §1.4).
  private static final int TRANSACTIONS_HASH_POSITION = 0;
  private static final int OUTPUTS_HASH_POSITION = 1;
  private static final int HEADER_ITEMS = 1;

  private SpvProofs() {}

  /** Proves the output of the transaction at an index of the source block. */
  public static SpvProof proveOutput(SpvSource source, int transactionIndex) {
    Bytes output = transaction(source.payload(), transactionIndex).output();
    return prove(
        source,
        source.payload().outputsLog(),
        transactionIndex,
        OUTPUTS_HASH_POSITION,
        MerkleItem.tagged(MerkleTag.TRANSACTION_OUTPUT, output.bytes()));
  }

  /** Proves the transaction at an index of the source block. */
  public static SpvProof proveTransaction(SpvSource source, int transactionIndex) {
    Bytes transaction = transaction(source.payload(), transactionIndex).transaction();
    return prove(
        source,
        source.payload().transactionsLog(),
        transactionIndex,
        TRANSACTIONS_HASH_POSITION,
        MerkleItem.tagged(MerkleTag.TRANSACTION, transaction.bytes()));
  }

  private static SpvProof prove(
      SpvSource source, MerkleLog log, int index, int payloadPosition, MerkleItem subject) {
    return new SpvProof(
        source.target().chainId(),
        log.proveInclusion(HEADER_ITEMS + index)
            .nest(source.payload().payloadLog().proveInclusion(payloadPosition))
            .nest(source.provePayload()),
        subject);
  }

  private static TransactionWithOutput transaction(PayloadWithOutputs payload, int index) {
    if (index < 0 || index >= payload.transactions().size()) {
      throw new IllegalArgumentException(
          "A block of %d transactions has no transaction %d."
              .formatted(payload.transactions().size(), index));
    }
    return payload.transactions().get(index);
  }
}
