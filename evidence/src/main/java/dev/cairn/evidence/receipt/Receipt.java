package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.Hash;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One event's receipt: a JWS that is common to the receipts of a POST, and the leaf's place under
 * the root that it signs.
 *
 * @param jws compact JWS of {@link ReceiptClaims}
 * @param index the leaf's index
 * @param path siblings from the leaf to the root
 * @param device the key of the event's device id; empty where the event names its key itself
 */
public record Receipt(String jws, int index, List<Hash> path, Optional<DeviceKey> device) {
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
    if (!isJws(jws)) {
      throw new IllegalArgumentException("A receipt's JWS is base64url and dots only.");
    }
  }

  /** The receipt of an event that names its key itself. */
  public Receipt(String jws, int index, List<Hash> path) {
    this(jws, index, path, Optional.empty());
  }

  // A loop, because every receipt that is read from a store comes by here.
  private static boolean isJws(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isJwsCharacter(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isJwsCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }

  /** The receipt of a path in the form of {@link #pathBytes}. */
  public static Receipt of(String jws, int index, byte[] pathBytes) {
    if (pathBytes.length % Hash.SIZE != 0) {
      throw new IllegalArgumentException(
          "A path is whole hashes of 32 bytes, not " + pathBytes.length + " bytes.");
    }
    List<Hash> path = new ArrayList<>(pathBytes.length / Hash.SIZE);
    for (int at = 0; at < pathBytes.length; at += Hash.SIZE) {
      path.add(Hash.of(Arrays.copyOfRange(pathBytes, at, at + Hash.SIZE)));
    }
    return new Receipt(jws, index, path);
  }

  /** The same receipt with the key of the event's device id. */
  public Receipt withDevice(Optional<DeviceKey> key) {
    return new Receipt(jws, index, path, key);
  }

  /** The path's hashes, one after the other. */
  public byte[] pathBytes() {
    ByteBuffer bytes = ByteBuffer.allocate(path.size() * Hash.SIZE);
    path.forEach(hash -> bytes.put(hash.bytes()));
    return bytes.array();
  }
}
