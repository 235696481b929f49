package dev.cairn.evidence.verify;

/** The steps of a verification, in the order of the report. */
public enum Step {
  /** The text is evidence of version 1 in its one spelling. */
  EVIDENCE_FORMAT("evidence format", true),
  /** The event is well-formed and signed by the key that it names. */
  SIGNATURE("signature", true),
  /** The trust file admits the signer. */
  SIGNER_TRUSTED("signer trusted", false),
  /** The path leads from the event to the anchored root. */
  LEAF_IN_BATCH("leaf in batch", true),
  /** The output has an ANCHORED event of this batch, root and size. */
  ROOT_IN_OUTPUT("root in transaction output", true),
  /** A trusted module, in a trusted version, emitted that event for a trusted submitter. */
  CONTRACT_TRUSTED("contract and module trusted", true),
  /** The transaction's status is success. */
  TRANSACTION_SUCCEEDED("transaction succeeded", true),
  /** The proof leads from the output of the named transaction to the block's hash. */
  OUTPUT_IN_BLOCK("output in block", true),
  /** Every header has the hash that it states; the first is the named block. */
  HEADER_HASH("header hash", true),
  /** Every header meets its target. */
  PROOF_OF_WORK("proof of work", false),
  /** Enough headers follow the block, each the child of the one before. */
  CONFIRMATIONS("confirmations", true),
  /** The block or one of its confirmations is pinned in the trust file. */
  BLOCK_TRUSTED("block trusted", true),
  /** The gateway's receipt holds and is about this event in this batch. */
  RECEIPT("receipt", false),
  /** The receipt's key is a gateway key of the trust file. */
  GATEWAY_TRUSTED("gateway trusted", false);

  private final String label;
  private final boolean required;

  Step(String label, boolean required) {
    this.label = label;
    this.required = required;
  }

  /** The step's stable name in reports. */
  public String label() {
    return label;
  }

  /** Whether evidence is invalid unless this step has passed. */
  public boolean isRequired() {
    return required;
  }
}
