package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import java.util.List;

/**
 * One event's receipt: a JWS that is common to the receipts of a POST, and the leaf's place under
 * the root that it signs.
 *
 * @param jws compact JWS of {@link ReceiptClaims}
 * @param index the leaf's index
 * @param path siblings from the leaf to the root
 */
public record Receipt(String jws, int index, List<Hash> path) {
  /** A receipt's JWS has some 400 characters with Ed25519; other keys add little. */
  public static final int MAX_JWS_CHARS = 2048;

  /** A path of a tree of {@link dev.cairn.evidence.batch.BatchTree#MAX_SIZE} leaves. */
  public static final int MAX_PATH = 20;

  public Receipt {
    path = List.copyOf(path);
    if (jws.length() > MAX_JWS_CHARS || path.size() > MAX_PATH) {
      throw new IllegalArgumentException("A receipt is shorter than this one.");
    }
    if (index < 0) {
      throw new IllegalArgumentException("A receipt's index is not negative, as this one is.");
    }
    if (!jws.chars().allMatch(Receipt::isJwsCharacter)) {
      throw new IllegalArgumentException("A receipt's JWS is base64url and dots only.");
    }
  }

  private static boolean isJwsCharacter(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
