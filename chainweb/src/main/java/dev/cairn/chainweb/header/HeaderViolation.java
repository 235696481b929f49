package dev.cairn.chainweb.header;

/** A rule that a header can break (reference §2, §3.2). */
public enum HeaderViolation {
  /** The claimed hash is not that of the fields. */
  HASH,
  /** The proof of work is above the target, on a network that checks it. */
  PROOF_OF_WORK,
  /** The version code is another network's. */
  VERSION,
  /** The adjacent parents are not those of the graph. */
  ADJACENT_CHAINS,
  /** A genesis header is not the network's. */
  GENESIS,
  /** The parent is another block, or of another chain. */
  PARENT,
  /** The height is not one above the parent's. */
  HEIGHT,
  /** An adjacent parent is another block, or not of the parent's height. */
  ADJACENT_PARENTS,
  /** The fork number is not the parent's. */
  FORK_STATE,
  /** The creation time is not after the parents'. */
  CREATION_TIME,
  /** The target is not the one that follows from the parents. */
  TARGET,
  /** The weight is not the parent's plus the difficulty of the target. */
  WEIGHT,
  /** The epoch start is not the one that follows from the parent. */
  EPOCH_START
}
