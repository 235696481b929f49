package dev.cairn.chainweb.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import java.util.List;

/**
 * The payload of a block with its outputs (reference §4).
 *
 * @param transactions with their outputs, in block order
 * @param minerData JSON of the miner's account
 * @param coinbase result JSON of the miner's reward
 * @param hashes as received; {@link #hasValidHashes} checks them
 */
public record PayloadWithOutputs(
    List<TransactionWithOutput> transactions,
    Bytes minerData,
    Bytes coinbase,
    PayloadHashes hashes) {

  public PayloadWithOutputs {
    transactions = List.copyOf(transactions);
  }

  /** A payload with the hashes that its bytes have. */
  public static PayloadWithOutputs of(
      Bytes minerData, Bytes coinbase, List<TransactionWithOutput> transactions) {
    PayloadHashes hashes = computeHashes(minerData, coinbase, transactions);
    return new PayloadWithOutputs(transactions, minerData, coinbase, hashes);
  }

  public static PayloadWithOutputs fromJson(JsonNode object) {
    return PayloadJson.readWithOutputs(object);
  }

  public ObjectNode toJson() {
    return PayloadJson.write(this);
  }

  /** Reads the binary form; every byte counts. */
  public static PayloadWithOutputs decode(byte[] bytes) {
    return PayloadCodec.decodeWithOutputs(bytes);
  }

  public byte[] encode() {
    return PayloadCodec.encode(this);
  }

  public Hash payloadHash() {
    return hashes.payload();
  }

  public PayloadData withoutOutputs() {
    List<Bytes> bare = transactions.stream().map(TransactionWithOutput::transaction).toList();
    return new PayloadData(bare, minerData, hashes);
  }

  public MerkleLog transactionsLog() {
    return transactionsLog(minerData, transactions);
  }

  public MerkleLog outputsLog() {
    return outputsLog(coinbase, transactions);
  }

  public MerkleLog payloadLog() {
    return PayloadHashes.payloadLog(hashes.transactions(), hashes.outputs());
  }

  /** Whether all three hashes are those of the bytes. */
  public boolean hasValidHashes() {
    return hashes.equals(computeHashes(minerData, coinbase, transactions));
  }

  private static PayloadHashes computeHashes(
      Bytes minerData, Bytes coinbase, List<TransactionWithOutput> transactions) {
    return PayloadHashes.of(
        transactionsLog(minerData, transactions).root(), outputsLog(coinbase, transactions).root());
  }

  private static MerkleLog transactionsLog(
      Bytes minerData, List<TransactionWithOutput> transactions) {
    return PayloadHashes.transactionsLog(
        minerData, transactions.stream().map(TransactionWithOutput::transaction));
  }

  private static MerkleLog outputsLog(Bytes coinbase, List<TransactionWithOutput> transactions) {
    return PayloadHashes.outputsLog(
        coinbase, transactions.stream().map(TransactionWithOutput::output));
  }
}
