package dev.cairn.chainweb.payload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Bytes;
import dev.cairn.chainweb.merkle.MerkleLog;
import java.util.List;

/**
 * The payload of a block without its outputs (reference §4).
 *
 * @param transactions command JSON, in block order
 * @param minerData JSON of the miner's account
 * @param hashes as received; {@link #hasValidHashes} checks what can be checked without outputs
 */
public record PayloadData(List<Bytes> transactions, Bytes minerData, PayloadHashes hashes) {

  public PayloadData {
    transactions = List.copyOf(transactions);
  }

  public static PayloadData fromJson(JsonNode object) {
    return PayloadJson.readData(object);
  }

  public ObjectNode toJson() {
    return PayloadJson.write(this);
  }

  /** Reads the binary form; every byte counts. */
  public static PayloadData decode(byte[] bytes) {
    return PayloadCodec.decodeData(bytes);
  }

  public byte[] encode() {
    return PayloadCodec.encode(this);
  }

  public MerkleLog transactionsLog() {
    return PayloadHashes.transactionsLog(minerData, transactions.stream());
  }

  /** Whether the transactions hash and, given the outputs hash, the payload hash are right. */
  public boolean hasValidHashes() {
    return hashes.equals(PayloadHashes.of(transactionsLog().root(), hashes.outputs()));
  }
}
