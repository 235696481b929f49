package dev.cairn.evidence.batch;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.evidence.event.EventId;
import java.util.ArrayList;
import java.util.List;

/**
 * The tree of a batch. Leaves are event ids, which already are leaf hashes H(0x00 ‖ event bytes);
 * nodes are H(0x01 ‖ left ‖ right); the shape is that of RFC 6962 §2.1. All levels are kept, so a
 * path costs no hashing.
 */
public final class BatchTree {
  /** The name of the hash in every format that carries a root or a path. */
  public static final String ALGORITHM = "SHA512t_256";

  /** No batch is larger: a path has at most 20 hashes, and sizes from outside stay harmless. */
  public static final int MAX_SIZE = 1 << 20;

  /** From the leaves to the level of the root; a node without right sibling moves up unchanged. */
  private final List<List<Hash>> levels;

  private BatchTree(List<List<Hash>> levels) {
    this.levels = levels;
  }

  /** The tree of 1 to {@link #MAX_SIZE} events in their order. */
  public static BatchTree of(List<EventId> events) {
    return ofLeaves(events.stream().map(EventId::hash).toList());
  }

  /** The same over leaf hashes of another kind; receipts use it. */
  public static BatchTree ofLeaves(List<Hash> leaves) {
    if (leaves.isEmpty() || leaves.size() > MAX_SIZE) {
      throw new IllegalArgumentException(
          "A batch has 1 to %d leaves, not %d.".formatted(MAX_SIZE, leaves.size()));
    }
    List<List<Hash>> levels = new ArrayList<>();
    levels.add(List.copyOf(leaves));
    for (List<Hash> top = leaves; top.size() > 1; top = levels.get(levels.size() - 1)) {
      levels.add(parents(top));
    }
    return new BatchTree(levels);
  }

  private static List<Hash> parents(List<Hash> level) {
    List<Hash> parents = new ArrayList<>((level.size() + 1) / 2);
    for (int i = 0; i + 1 < level.size(); i += 2) {
      parents.add(MerkleLog.hashNode(level.get(i), level.get(i + 1)));
    }
    if (level.size() % 2 == 1) {
      parents.add(level.get(level.size() - 1));
    }
    return parents;
  }

  public BatchRoot root() {
    return new BatchRoot(levels.get(levels.size() - 1).get(0));
  }

  public int size() {
    return levels.get(0).size();
  }

  /** The siblings from the leaf to the root; {@link InclusionCheck} is the checker. */
  public List<Hash> path(LeafIndex index) {
    if (index.value() >= size()) {
      throw new IllegalArgumentException(
          "The batch has %d leaves, none at %d.".formatted(size(), index.value()));
    }
    List<Hash> path = new ArrayList<>(levels.size());
    int node = index.value();
    for (List<Hash> level : levels) {
      int sibling = node ^ 1;
      if (sibling < level.size()) {
        path.add(level.get(sibling));
      }
      node >>= 1;
    }
    return path;
  }
}
