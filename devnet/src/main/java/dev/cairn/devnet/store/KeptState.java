package dev.cairn.devnet.store;

import java.nio.ByteBuffer;

/**
 * What is needed to go on after a block.
 *
 * @param nextTxId the first transaction id that its branch has not used
 */
public record KeptState(long nextTxId, Lineage lineage) {

  // BE64(next transaction id) ‖ lineage
  byte[] encode() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + lineage.size()).putLong(nextTxId);
    lineage.encode(bytes);
    return bytes.array();
  }

  static KeptState decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    return new KeptState(bytes.getLong(), Lineage.decode(bytes));
  }
}
