package dev.cairn.evidence.receipt;

import dev.cairn.evidence.crypto.DidKey;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.jws.CompactJws;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Signs receipts with the gateway's key; the counterpart of {@link ReceiptChecker}. */
public final class ReceiptIssuer {
  private final SigningKey key;
  private final byte[] header;

  public ReceiptIssuer(SigningKey key) {
    this.key = key;
    this.header = ReceiptHeader.write(key.didKey());
  }

  /** The key that the receipts name. */
  public DidKey gateway() {
    return key.didKey();
  }

  /**
   * The receipts of events that were accepted together, in the order of the leaves, under one
   * signature.
   *
   * @param leaves at least one
   * @param issuedAt seconds since 1970
   * @param anchorBy seconds since 1970 by which all these batches will be anchored
   */
  public List<Receipt> issue(List<ReceiptLeaf> leaves, long issuedAt, long anchorBy) {
    return issue(leaves, issuedAt, anchorBy, OptionalLong.empty());
  }

  /**
   * The same, with a bound on how long a repetition is recognised.
   *
   * @param jtiUntil seconds since 1970; empty: for ever
   */
  public List<Receipt> issue(
      List<ReceiptLeaf> leaves, long issuedAt, long anchorBy, OptionalLong jtiUntil) {
    ReceiptTree tree = issueTree(leaves, issuedAt, anchorBy, jtiUntil);
    List<Receipt> receipts = new ArrayList<>(leaves.size());
    for (int i = 0; i < leaves.size(); i++) {
      receipts.add(tree.receipt(i, leaves.get(i).device()));
    }
    return receipts;
  }

  /** The same receipts, not taken apart. */
  public ReceiptTree issueTree(
      List<ReceiptLeaf> leaves, long issuedAt, long anchorBy, OptionalLong jtiUntil) {
    byte[] hashes = ReceiptTree.hashes(leaves.stream().map(ReceiptLeaf::hash).toList());
    ReceiptClaims claims =
        new ReceiptClaims(ReceiptTree.root(hashes), leaves.size(), issuedAt, anchorBy, jtiUntil);
    String jws = CompactJws.sign(key, header, claims.toJson()).toString();
    return new ReceiptTree(jws, leaves.size(), hashes);
  }
}
