package dev.cairn.proof.prove;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.virtualchain.coordinator.AnchorProof;

/** Where proofs of transactions come from: {@code AnchorProver::prove}, or a test's own chain. */
public interface AnchorSource {

  /**
   * The proof of a transaction on its own chain, with so many blocks above its own. Blocks; may be
   * called from several threads; whatever it throws means that there is no proof now.
   */
  AnchorProof prove(ChainId chain, RequestKey requestKey, int confirmations);
}
