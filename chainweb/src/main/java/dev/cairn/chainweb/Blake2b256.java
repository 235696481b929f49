package dev.cairn.chainweb;

import org.bouncycastle.crypto.digests.Blake2bDigest;

/** BLAKE2b with a digest of 32 bytes and no key: Pact's hash of commands, modules and logs. */
public final class Blake2b256 {

  private Blake2b256() {}

  public static Hash hash(byte[] bytes) {
    Blake2bDigest blake2b = new Blake2bDigest(8 * Hash.SIZE);
    blake2b.update(bytes, 0, bytes.length);
    byte[] digest = new byte[Hash.SIZE];
    blake2b.doFinal(digest, 0);
    return Hash.owning(digest);
  }
}
