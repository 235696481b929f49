package dev.cairn.devnet.rest;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.store.ChainStore;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Goes from some blocks of a chain down to genesis, along all their branches, and leaves out the
 * ancestors of others. Heights descend.
 */
final class BranchWalk {

  static final Comparator<BlockHeader> DESCENDING =
      Comparator.comparing(BlockHeader::height)
          .reversed()
          .thenComparing(header -> header.hash().toString());

  private final ChainStore store;
  private final ChainId chain;
  private final TreeSet<BlockHeader> open = new TreeSet<>(DESCENDING);
  private final Set<Hash> excluded = new HashSet<>(); // of those in open
  private int wanted; // number of those in open that are not excluded

  BranchWalk(ChainStore store, ChainId chain) {
    this.store = store;
    this.chain = chain;
  }

  /** Includes a block and its ancestors. */
  void include(BlockHeader header) {
    if (open.add(header)) {
      wanted++;
    }
  }

  /** Leaves a block and its ancestors out; comes after all that is included. */
  void exclude(BlockHeader header) {
    if (!open.isEmpty()) {
      leaveOut(ancestor(header, Math.min(header.height().value(), highest())));
    }
  }

  private void leaveOut(BlockHeader header) {
    boolean isNew = open.add(header);
    if (excluded.add(header.hash()) && !isNew) {
      wanted--;
    }
  }

  private long highest() {
    return open.first().height().value();
  }

  /** The next block, if there is one. */
  Optional<BlockHeader> next() {
    while (wanted > 0) {
      BlockHeader header = open.pollFirst();
      boolean isOut = excluded.remove(header.hash());
      wanted -= isOut ? 0 : 1;
      goOn(header, isOut);
      if (!isOut) {
        return Optional.of(header);
      }
    }
    return Optional.empty();
  }

  private void goOn(BlockHeader header, boolean isOut) {
    if (header.height().value() == 0) {
      return;
    }
    BlockHeader parent = store.header(chain, header.parent()).orElseThrow();
    if (isOut) {
      leaveOut(parent);
    } else if (open.add(parent)) {
      wanted++;
    }
  }

  /** The ancestor of a block at a height that is not above it. */
  BlockHeader ancestor(BlockHeader header, long height) {
    BlockHeader at = header;
    while (at.height().value() > height) {
      if (store.hashAt(chain, at.height()).filter(at.hash()::equals).isPresent()) {
        return store.headerAt(chain, new BlockHeight(height)).orElseThrow();
      }
      at = store.header(chain, at.parent()).orElseThrow();
    }
    return at;
  }
}
