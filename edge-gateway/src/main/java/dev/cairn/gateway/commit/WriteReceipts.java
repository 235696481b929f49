package dev.cairn.gateway.commit;

import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.gateway.commit.Finding.Fresh;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The receipts of one write: one tree and one signature for all its fresh events. For the writer's
 * thread only, until the write is done.
 */
final class WriteReceipts {

  private final List<Fresh> fresh = new ArrayList<>();

  /** Set once, when every fresh event has its place. */
  private @Nullable ReceiptTree tree;

  void add(Fresh event) {
    fresh.add(event);
  }

  /** In the order of the receipts. */
  List<Fresh> fresh() {
    return fresh;
  }

  /** To be called once, if there is a fresh event. */
  ReceiptTree issue(
      ReceiptIssuer issuer, long issuedAt, long anchorBy, OptionalLong recognisedUntil) {
    List<ReceiptLeaf> leaves = new ArrayList<>(fresh.size());
    fresh.forEach(event -> leaves.add(event.receiptLeaf()));
    ReceiptTree issued = issuer.issueTree(leaves, issuedAt, anchorBy, recognisedUntil);
    tree = issued;
    return issued;
  }

  ReceiptTree tree() {
    return Objects.requireNonNull(tree, "A receipt is read before it was issued.");
  }
}
