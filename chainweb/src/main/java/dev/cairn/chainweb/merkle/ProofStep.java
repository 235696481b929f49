package dev.cairn.chainweb.merkle;

import dev.cairn.chainweb.Hash;

/** One step of a proof, from a node to its parent: the sibling's side and hash. */
public record ProofStep(Side side, Hash sibling) {

  /** Size in bytes of one encoded step: side, then sibling. */
  static final int SIZE = 1 + Hash.SIZE;

  /** The parent of a node. */
  Hash apply(Hash current) {
    return switch (side) {
      case LEFT -> MerkleLog.hashNode(sibling, current);
      case RIGHT -> MerkleLog.hashNode(current, sibling);
    };
  }
}
