package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares a chain with the heads that were anchored outside it. */
final class AnchorChecks {

  private final AnchoredHeads anchors;

  AnchorChecks(AnchoredHeads anchors) {
    this.anchors = anchors;
  }

  void block(BlockIndex index, BlockHash hash, Findings findings) {
    if (anchors.hashes().isEmpty()) {
      return; // as for nearly every chain, and so for millions of blocks
    }
    Set<BlockHash> anchored = anchors.hashes().getOrDefault(index, Set.of());
    anchored.stream()
        .filter(other -> !other.equals(hash))
        .forEach(
            other ->
                findings.add(
                    Check.ANCHOR_MISMATCH,
                    "The anchored hash is " + other + "; the file has " + hash + "."));
  }

  /** What shows only at the end, when the chain's {@code head} is known. */
  void end(long head, ReportBuilder report) {
    anchors.refused().forEach(why -> fails(report, Check.ANCHOR_INVALID, why));
    if (anchors.hashes().isEmpty()) {
      if (anchors.required()) {
        fails(report, Check.ANCHOR_MISSING, "There is no evidence that a head was anchored.");
      }
      return;
    }
    Map.Entry<BlockIndex, Set<BlockHash>> newest = anchors.hashes().lastEntry();
    if (newest.getKey().value() > head) {
      fails(
          report,
          Check.ANCHOR_BEYOND_HEAD,
          "Block " + newest.getKey() + " was anchored; the chain ends with " + head + ".");
    } else if (newest.getKey().value() < head) {
      notChecked(report, "No anchor covers the blocks behind " + newest.getKey() + " yet.");
    }
  }

  private static void fails(ReportBuilder report, Check check, String detail) {
    report.failure(Optional.empty(), check, detail);
  }

  private static void notChecked(ReportBuilder report, String detail) {
    report.warning(Warning.Kind.NOT_CHECKED, detail);
  }
}
