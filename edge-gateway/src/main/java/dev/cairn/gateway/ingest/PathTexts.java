package dev.cairn.gateway.ingest;

import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.gateway.store.GivenReceipt;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The paths of an answer's receipts as text. Neighbours in a tree have most of their paths in
 * common: each hash is spelled once. Not shared.
 */
final class PathTexts {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** The tree of the last receipt; those of one request nearly always have the same. */
  private @Nullable ReceiptTree tree;

  private byte[] @Nullable [] texts = new byte[0][];

  byte[][] of(GivenReceipt receipt) {
    if (!receipt.tree().equals(tree)) {
      tree = receipt.tree();
      texts = new byte[tree.nodes()][];
    }
    int[] nodes = receipt.tree().path(receipt.index());
    byte[][] path = new byte[nodes.length][];
    for (int i = 0; i < nodes.length; i++) {
      path[i] = text(receipt.tree(), nodes[i]);
    }
    return path;
  }

  private byte[] text(ReceiptTree of, int node) {
    byte[] text = texts[node];
    if (text == null) {
      text = BASE64URL.encode(of.hash(node));
      texts[node] = text;
    }
    return text;
  }
}
