package dev.cairn.proof.store;

import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.evidence.Anchor;

/** A checked proof of a batch's anchor, as it goes into evidence. */
public record StoredProof(Anchor anchor, long provedAtMillis) {

  /** The block that holds the transaction. */
  public Pin block() {
    return Pin.of(anchor.block());
  }

  /** The last confirmation in the proof; the block itself if there are none. */
  public Pin last() {
    BlockHeader last = anchor.headers().get(anchor.headers().size() - 1);
    return Pin.of(last);
  }
}
