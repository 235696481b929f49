package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a place outside the chain remembers of it: hashes of blocks that were its newest once. A
 * chain that was cut off, or rewritten with its own key, is at odds with them. Whoever makes this
 * value has already checked the evidence.
 *
 * @param required whether a check without any anchor fails
 * @param hashes for each anchored block the hashes that were anchored; more than one can't all hold
 * @param refused of evidence that doesn't hold, what is wrong with it, in sentences
 */
public record AnchoredHeads(
    boolean required, NavigableMap<BlockIndex, Set<BlockHash>> hashes, List<String> refused) {

  /** No anchors are at hand, and none are asked for. */
  public static final AnchoredHeads NONE = new AnchoredHeads(false, new TreeMap<>(), List.of());

  /** One block that was the newest. */
  public record Head(BlockIndex index, BlockHash hash) {}

  public AnchoredHeads {
    hashes = Collections.unmodifiableNavigableMap(new TreeMap<>(hashes));
    refused = List.copyOf(refused);
  }

  /** Anchors that the check must meet; at least one has to be there. */
  public static AnchoredHeads required(List<Head> heads, List<String> refused) {
    NavigableMap<BlockIndex, Set<BlockHash>> hashes = new TreeMap<>();
    for (Head head : heads) {
      hashes.computeIfAbsent(head.index(), index -> new LinkedHashSet<>()).add(head.hash());
    }
    return new AnchoredHeads(true, hashes, refused);
  }
}
