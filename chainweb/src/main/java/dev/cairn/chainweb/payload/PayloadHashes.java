package dev.cairn.chainweb.payload;

import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleItem;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.chainweb.merkle.MerkleTag;
import java.util.List;
import java.util.stream.Stream;

/**
 * The three hashes over a payload (reference §1.4).
 *
 * @param transactions root over miner data and transactions
 * @param outputs root over coinbase output and transaction outputs
 * @param payload root over the other two; what a block header carries
 */
public record PayloadHashes(Hash transactions, Hash outputs, Hash payload) {

  /** The hashes of a payload of which both roots are known. */
  static PayloadHashes of(Hash transactions, Hash outputs) {
    return new PayloadHashes(transactions, outputs, payloadLog(transactions, outputs).root());
  }

  static MerkleLog transactionsLog(Bytes minerData, Stream<Bytes> transactions) {
    return log(MerkleTag.MINER_DATA, minerData, MerkleTag.TRANSACTION, transactions);
  }

  static MerkleLog outputsLog(Bytes coinbase, Stream<Bytes> outputs) {
    return log(MerkleTag.COINBASE_OUTPUT, coinbase, MerkleTag.TRANSACTION_OUTPUT, outputs);
  }

  static MerkleLog payloadLog(Hash transactions, Hash outputs) {
    return MerkleLog.of(List.of(MerkleItem.tree(transactions), MerkleItem.tree(outputs)));
  }

  private static MerkleLog log(
      MerkleTag headTag, Bytes head, MerkleTag bodyTag, Stream<Bytes> body) {
    Stream<MerkleItem> items = body.map(bytes -> MerkleItem.tagged(bodyTag, bytes.bytes()));
    return MerkleLog.of(
        Stream.concat(Stream.of(MerkleItem.tagged(headTag, head.bytes())), items).toList());
  }
}
