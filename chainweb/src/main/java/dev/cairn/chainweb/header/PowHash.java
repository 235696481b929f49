package dev.cairn.chainweb.header;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.HashTarget;
import dev.cairn.chainweb.Uint256;
import java.math.BigInteger;
import org.bouncycastle.crypto.digests.Blake2sDigest;

/** A header's proof of work: BLAKE2s-256 of the header without its hash (reference §2.3). */
public record PowHash(Hash digest) {

  static PowHash of(BlockHeader header) {
    byte[] bytes = header.encode();
    Blake2sDigest blake2s = new Blake2sDigest(256);
    blake2s.update(bytes, 0, bytes.length - Hash.SIZE);
    byte[] digest = new byte[Hash.SIZE];
    blake2s.doFinal(digest, 0);
    return new PowHash(Hash.of(digest));
  }

  /** The digest as a little endian number. */
  public BigInteger number() {
    return Uint256.fromLittleEndian(digest.bytes());
  }

  public boolean meets(HashTarget target) {
    return number().compareTo(target.value()) <= 0;
  }

  /** 64 hex digits, most significant first, as update streams show it. */
  public String hex() {
    return Uint256.toHex(number());
  }

  @Override
  public String toString() {
    return digest.toString();
  }
}
