package dev.cairn.gateway.ingest;

import dev.cairn.evidence.receipt.ReceiptTree;
import dev.cairn.gateway.store.GivenReceipt;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The paths of an answer's receipts as texts in quotes. Neighbours in a tree have most of their
 * paths in common: each hash is spelled once. Not shared.
 */
final class PathTexts {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  /** Of a hash: 43 characters of base64url, and quotes. */
  private static final int QUOTED_CHARS = 45;

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
      byte[] quoted = new byte[QUOTED_CHARS];
      quoted[0] = '"';
      quoted[QUOTED_CHARS - 1] = '"';
      System.arraycopy(BASE64URL.encode(of.hash(node)), 0, quoted, 1, QUOTED_CHARS - 2);
      text = quoted;
      texts[node] = text;
    }
    return text;
  }
}
