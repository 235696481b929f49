package dev.cairn.evidence.crypto;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The checks that stand in front of every Ed25519 provider and leave them nothing to disagree on.
 *
 * <ol>
 *   <li>A is a canonical encoding of a point of prime order: not the identity, no torsion. Then the
 *       cofactored and the cofactorless equation differ only where R has torsion.
 *   <li>R is a canonical y (below p) and not the identity.
 *   <li>S is below the group order L (RFC 8032 §5.1.7, no malleability).
 *   <li>The provider decides [S]B = R + [k]A without a cofactor (RFC 8032 §5.1.7 step 3).
 * </ol>
 */
final class Ed25519Rule {
  static final int KEY_BYTES = 32;

  /** p = 2^255 - 19, little endian. */
  private static final byte[] FIELD_PRIME = littleEndian(0xED, 0x7F);

  /** L = 2^252 + 27742317777372353535851937790883648493, little endian. */
  private static final byte[] GROUP_ORDER = {
    (byte) 0xed,
    (byte) 0xd3,
    (byte) 0xf5,
    0x5c,
    0x1a,
    0x63,
    0x12,
    0x58,
    (byte) 0xd6,
    (byte) 0x9c,
    (byte) 0xf7,
    (byte) 0xa2,
    (byte) 0xde,
    (byte) 0xf9,
    (byte) 0xde,
    0x14,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0,
    0x10
  };

  private Ed25519Rule() {}

  /** Whether the bytes are the canonical encoding of a point of prime order. */
  static boolean admitsKey(byte[] publicKey) {
    return publicKey.length == KEY_BYTES && Ed25519.validatePublicKeyFull(publicKey, 0);
  }

  /** Whether R and S are in range and canonically written. */
  static boolean admitsSignature(byte[] signature) {
    return signature.length == SignatureAlgorithm.SIGNATURE_BYTES
        && admitsCommitment(signature)
        && isBelow(signature, 32, (byte) 0xff, GROUP_ORDER);
  }

  /** The y of R is below p and above 1: 0 and 1 belong to points of small order. */
  private static boolean admitsCommitment(byte[] signature) {
    return isBelow(signature, 0, (byte) 0x7f, FIELD_PRIME) && !isZeroOrOne(signature);
  }

  private static boolean isZeroOrOne(byte[] signature) {
    int rest = signature[31] & 0x7f;
    for (int i = 1; i < 31; i++) {
      rest |= signature[i];
    }
    return rest == 0 && (signature[0] & 0xfe) == 0;
  }

  /**
   * Compares 32 little-endian bytes with a bound; the mask clears the sign bit of the last byte.
   */
  private static boolean isBelow(byte[] bytes, int offset, byte topMask, byte[] bound) {
    for (int i = 31; i >= 0; i--) {
      int ours = bytes[offset + i] & (i == 31 ? topMask & 0xff : 0xff);
      int limit = bound[i] & 0xff;
      if (ours != limit) {
        return ours < limit;
      }
    }
    return false;
  }

  private static byte[] littleEndian(int lowest, int highest) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) 0xff);
    bytes[0] = (byte) lowest;
    bytes[31] = (byte) highest;
    return bytes;
  }
}
