package dev.cairn.devnet.mining;

import dev.cairn.chainweb.ChainwebVersion;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.Uint256;
import dev.cairn.chainweb.header.BlockHeader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.CancellationException;
import org.bouncycastle.crypto.digests.Blake2sDigest;

/** Proof of work, where it counts: tries nonces from 0 until one meets the header's target. */
final class NonceSearch {

  private static final int DIGEST_BITS = 256;

  private final boolean counts;
  private volatile boolean stopped;

  NonceSearch(ChainwebVersion version) {
    this.counts = version.proofOfWork();
  }

  /**
   * The header with a nonce that meets its target.
   *
   * @throws CancellationException if the search is stopped before one is found
   */
  BlockHeader solve(BlockHeader header) {
    return counts ? header.withSolution(search(header), header.creationTime()) : header;
  }

  // POW hash = BLAKE2s-256(header without its hash); the nonce is its last field, LE64
  /** Ends all searches, now and later. */
  void stop() {
    stopped = true;
  }

  private long search(BlockHeader header) {
    byte[] encoded = header.encode();
    int size = encoded.length - Hash.SIZE;
    ByteBuffer fields = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    Blake2sDigest blake2s = new Blake2sDigest(DIGEST_BITS);
    byte[] digest = new byte[Hash.SIZE];
    for (long nonce = 0; ; nonce++) {
      if (stopped) {
        throw new CancellationException("The search for a nonce was stopped.");
      }
      fields.putLong(size - Long.BYTES, nonce);
      blake2s.update(encoded, 0, size);
      blake2s.doFinal(digest, 0);
      if (Uint256.fromLittleEndian(digest).compareTo(header.target().value()) <= 0) {
        return nonce;
      }
    }
  }
}
