package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.store.BlockListing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A report in the making. All failures are counted; so many are listed that it stays readable. */
final class ReportBuilder {

  /** About 2 MB. A directory can claim a gap of 10^17 blocks by one file name. */
  static final int MAX_LISTED_FAILURES = 10_000;

  /** More warnings than this are the same one over and over. */
  private static final int MAX_LISTED_WARNINGS = 1_000;

  private final Timestamp checkedAt;
  private final Map<CheckGroup, Long> counts = new EnumMap<>(CheckGroup.class);
  private final List<Failure> failures = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private final Set<FingerprintForm> forms = EnumSet.noneOf(FingerprintForm.class);
  private long warningsNotListed;
  private long blocks;
  private long headIndex;
  private BlockHash headHash = BlockHash.ZERO;
  private Optional<BlockHash> lastHash = Optional.empty();

  ReportBuilder(Timestamp checkedAt) {
    this.checkedAt = checkedAt;
    for (CheckGroup group : CheckGroup.values()) {
      counts.put(group, 0L);
    }
  }

  /** The blocks from the first to before the end are missing. */
  void missing(BlockIndex first, BlockIndex end) {
    long room = (long) MAX_LISTED_FAILURES - failures.size();
    long listedEnd = Math.min(end.value(), first.value() + room);
    for (long index = first.value(); index < listedEnd; index++) {
      failure(
          Optional.of(new BlockIndex(index)),
          Check.BLOCK_MISSING,
          "The chain goes on, but there is no file of block " + index + ".");
    }
    count(Check.BLOCK_MISSING, end.value() - listedEnd);
  }

  void block(BlockIndex index, ExaminedBlock block) {
    block
        .findings()
        .details()
        .forEach((check, detail) -> failure(Optional.of(index), check, detail));
    block.fingerprintForm().ifPresent(forms::add);
  }

  void failure(Optional<BlockIndex> block, Check check, String detail) {
    failure(new Failure(block, check, detail));
  }

  void failure(Failure failure) {
    count(failure.check(), 1);
    if (failures.size() < MAX_LISTED_FAILURES) {
      failures.add(failure);
    }
  }

  private void count(Check check, long more) {
    counts.merge(check.group(), more, Long::sum);
  }

  void warning(Warning.Kind kind, String detail) {
    if (warnings.size() < MAX_LISTED_WARNINGS) {
      warnings.add(new Warning(kind, detail));
    } else {
      warningsNotListed++;
    }
  }

  void unexpectedFiles(BlockListing listing) {
    for (String name : listing.unexpected()) {
      warning(Warning.Kind.UNEXPECTED_FILE, "blocks/ holds " + Quote.of(name) + ", no block.");
    }
    long others = listing.unexpectedCount() - listing.unexpected().size();
    if (others > 0) {
      warning(Warning.Kind.UNEXPECTED_FILE, "blocks/ holds " + others + " more such files.");
    }
  }

  void head(long allBlocks, long index, BlockHash hash, Optional<BlockHash> declared) {
    blocks = allBlocks;
    headIndex = index;
    headHash = hash;
    lastHash = declared;
  }

  VerificationReport build() {
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    if (all > failures.size()) {
      warning(
          Warning.Kind.FAILURES_NOT_LISTED,
          (all - failures.size()) + " more failures are counted, but not listed.");
    }
    if (warningsNotListed > 0) {
      warnings.add(
          new Warning(
              Warning.Kind.WARNINGS_NOT_LISTED,
              warningsNotListed + " more warnings are not listed."));
    }
    return new VerificationReport(
        checkedAt, blocks, headIndex, headHash, lastHash, counts, failures, warnings, forms);
  }
}
