package dev.cairn.ingestor;

/** The durable steps of a batch's way; each is one atomic, fsynced write of the ledger. */
enum CommitStep {
  /** Closed batches were read from the gateway's journal. */
  TAKEN_IN,
  /** A signed transaction for some of them exists. It has not been sent. */
  PREPARED,
  /** The transaction was seen in a block, or in another block than before. */
  MINED,
  /** That block is deep enough; the batches leave the ledger. */
  FINAL,
  /** A reorganisation took the block; the same bytes will be sent again. */
  LOST,
  /** The transaction is dead; its batches wait for another one. */
  RETURNED,
  /** The chain holds another claim for a batch; it is set aside for good. */
  REFUSED
}
