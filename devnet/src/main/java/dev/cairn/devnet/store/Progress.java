package dev.cairn.devnet.store;

import dev.cairn.chainweb.BlockHeight;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the network is.
 *
 * @param height of the last complete round
 * @param nextTxIds by chain number
 */
public record Progress(BlockHeight height, List<Long> nextTxIds) {

  public Progress {
    nextTxIds = List.copyOf(nextTxIds);
  }

  // BE64(height) ‖ BE64(next transaction id) of each chain
  byte[] encode() {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * (1 + nextTxIds.size()));
    bytes.putLong(height.value());
    nextTxIds.forEach(bytes::putLong);
    return bytes.array();
  }

  static Progress decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    BlockHeight height = new BlockHeight(bytes.getLong());
    List<Long> nextTxIds = new ArrayList<>();
    while (bytes.hasRemaining()) {
      nextTxIds.add(bytes.getLong());
    }
    return new Progress(height, nextTxIds);
  }
}
