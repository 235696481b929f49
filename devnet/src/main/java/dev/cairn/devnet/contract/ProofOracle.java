package dev.cairn.devnet.contract;

import com.fasterxml.jackson.databind.JsonNode;

/** A contract's only look at other chains: proofs of their transactions, checked by the network. */
public interface ProofOracle {

  /**
   * The value that a proven transaction had.
   *
   * @param kind {@code TXOUT}
   * @param proof the proof object
   * @param at the block in which the contract runs
   * @throws ProofException if the proof shows nothing to that block
   */
  JsonNode verifyOutput(String kind, JsonNode proof, ChainData at);

  /**
   * The defpact that a proven transaction left behind.
   *
   * @param proof transport text of the proof
   * @param at the block in which the contract runs
   * @throws ProofException if the proof shows nothing to that block
   */
  JsonNode verifyContinuation(String proof, ChainData at);

  /** A proof that does not hold; the message is the node's, without the caller's prefix. */
  final class ProofException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public ProofException(String message) {
      super(message, null, false, false);
    }
  }
}
