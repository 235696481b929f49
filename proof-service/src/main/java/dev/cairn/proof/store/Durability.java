package dev.cairn.proof.store;

/** How safe a change must be before it may be seen. */
public enum Durability {
  /** Can be replayed from a journal, which is synced already: written without a sync of our own. */
  REPLAYABLE,
  /** Comes from the chain, whose nodes need not keep it: on disk before it is visible. */
  SYNCED
}
