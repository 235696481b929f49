package dev.cairn.evidence.receipt;

import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.jws.FlatObject;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the gateway signs: {@code {"root","size","iat","anchorBy","jtiUntil"?}}.
 *
 * @param root of the tree of {@link ReceiptLeaf} hashes
 * @param size number of leaves
 * @param issuedAt seconds since 1970
 * @param anchorBy seconds since 1970 by which the batches are anchored
 * @param jtiUntil seconds since 1970 until which the same event posted again is recognised by its
 *     {@code jti}; empty: for ever
 */
public record ReceiptClaims(
    BatchRoot root, int size, long issuedAt, long anchorBy, OptionalLong jtiUntil) {
  private static final Set<String> MEMBERS = Set.of("root", "size", "iat", "anchorBy");
  private static final Set<String> ALL_MEMBERS =
      Set.of("root", "size", "iat", "anchorBy", "jtiUntil");

  public ReceiptClaims {
    if (size < 1 || size > BatchTree.MAX_SIZE) {
      throw new IllegalArgumentException("A receipt tree does not have " + size + " leaves.");
    }
    if (issuedAt < 0 || anchorBy < issuedAt) {
      throw new IllegalArgumentException("A receipt's deadline is not before its issue.");
    }
    if (jtiUntil.isPresent() && jtiUntil.getAsLong() < issuedAt) {
      throw new IllegalArgumentException("A jti is not forgotten before its receipt's issue.");
    }
  }

  byte[] toJson() {
    String until = jtiUntil.isEmpty() ? "" : ",\"jtiUntil\":" + jtiUntil.getAsLong();
    String json = "{\"root\":\"" + root + "\",\"size\":" + size + ",\"iat\":" + issuedAt;
    return (json + ",\"anchorBy\":" + anchorBy + until + "}").getBytes(StandardCharsets.UTF_8);
  }

  static ReceiptClaims parse(byte[] json) {
    FlatObject members = FlatObject.parse(json);
    if (!members.names().equals(MEMBERS) && !members.names().equals(ALL_MEMBERS)) {
      throw new MalformedException(
          "A receipt claims root, size, iat and anchorBy, perhaps jtiUntil, nothing else.");
    }
    long size = members.requireLong("size");
    return new ReceiptClaims(
        BatchRoot.parse(members.requireText("root")),
        (int) Math.min(size, Integer.MAX_VALUE),
        members.requireLong("iat"),
        members.requireLong("anchorBy"),
        members.has("jtiUntil")
            ? OptionalLong.of(members.requireLong("jtiUntil"))
            : OptionalLong.empty());
  }
}
