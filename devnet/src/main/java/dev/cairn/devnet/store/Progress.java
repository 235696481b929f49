package dev.cairn.devnet.store;

import dev.cairn.chainweb.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * How far the network is.
 *
 * @param chains by chain number
 */
record Progress(List<Chain> chains) {

  private static final int CHAIN_BYTES = Hash.SIZE + 2 * Long.BYTES;

  /**
   * How far a chain is.
   *
   * @param head newest block of the winning branch
   * @param nextVersion number that the next block gets, on whatever branch
   * @param pruned number of the oldest block whose state is kept
   */
  record Chain(Hash head, long nextVersion, long pruned) {}

  Progress {
    chains = List.copyOf(chains);
  }

  // For each chain block hash ‖ BE64(next version) ‖ BE64(pruned)
  byte[] encode() {
    ByteBuffer bytes = ByteBuffer.allocate(CHAIN_BYTES * chains.size());
    for (Chain chain : chains) {
      bytes.put(chain.head().bytes()).putLong(chain.nextVersion()).putLong(chain.pruned());
    }
    return bytes.array();
  }

  static Progress decode(byte[] encoded) {
    ByteBuffer bytes = ByteBuffer.wrap(encoded);
    List<Chain> chains = new ArrayList<>();
    while (bytes.hasRemaining()) {
      byte[] head = new byte[Hash.SIZE];
      bytes.get(head);
      chains.add(new Chain(Hash.of(head), bytes.getLong(), bytes.getLong()));
    }
    return new Progress(chains);
  }
}
