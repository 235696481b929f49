package dev.cairn.chainweb;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-512/256 of FIPS 180-4, the hash of every Chainweb structure; not SHA-512 cut short. */
public final class Sha512t256 {

  /** The protocol's name of the algorithm, as proofs carry it. */
  public static final String PROTOCOL_NAME = "SHA512t_256";

  // One digest per thread: an instance costs more to look up than a short hash costs to compute.
  private static final ThreadLocal<MessageDigest> DIGEST =
      ThreadLocal.withInitial(Sha512t256::newDigest);

  private Sha512t256() {}

  /** H(parts joined). */
  public static Hash hash(byte[]... parts) {
    MessageDigest digest = DIGEST.get();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return Hash.owning(digest.digest());
  }

  /** H(prefix ‖ parts joined). */
  public static Hash hash(byte prefix, byte[]... parts) {
    DIGEST.get().update(prefix);
    return hash(parts);
  }

  /** H(prefix ‖ left ‖ right). */
  public static Hash hash(byte prefix, Hash left, Hash right) {
    MessageDigest digest = DIGEST.get();
    digest.update(prefix);
    left.feed(digest);
    right.feed(digest);
    return Hash.owning(digest.digest());
  }

  /** Writes H(prefix ‖ range) into the target: for trees that are kept as plain bytes. */
  public static void hash(byte prefix, byte[] from, int at, int length, byte[] target, int to) {
    MessageDigest digest = DIGEST.get();
    digest.update(prefix);
    digest.update(from, at, length);
    try {
      digest.digest(target, to, Hash.SIZE);
    } catch (DigestException e) {
      throw new IllegalStateException("There is no room for a hash at " + to + ".", e);
    }
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-512/256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no SHA-512/256.", e);
    }
  }
}
