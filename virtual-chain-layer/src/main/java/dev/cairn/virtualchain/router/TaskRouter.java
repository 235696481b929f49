package dev.cairn.virtualchain.router;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Sha512t256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * The chain of each task key: the same for every gateway, spread evenly, and fixed as long as the
 * number of chains is.
 */
public final class TaskRouter {

  private final int chains;

  public TaskRouter(int chains) {
    if (chains < 1) {
      throw new IllegalArgumentException("A network has at least one chain, not " + chains + ".");
    }
    this.chains = chains;
  }

  /** The first 8 bytes of H(UTF-8 of the key), as an unsigned big-endian number, mod chains. */
  public ChainId chainOf(String taskKey) {
    byte[] digest = Sha512t256.hash(taskKey.getBytes(StandardCharsets.UTF_8)).bytes();
    long first = ByteBuffer.wrap(digest).getLong();
    return new ChainId((int) Long.remainderUnsigned(first, chains));
  }
}
