package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.FingerprintForm;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a verification.
 *
 * @param blocks how many files were checked, in an earlier run too if a checkpoint stands for it
 * @param headIndex the newest block; the one before the start if there is none
 * @param headHash its hash; the anchor if there is none; 64 zeros if it is too large to be hashed
 * @param lastHash what {@code last_hash.txt} holds; empty if absent or malformed
 * @param failureCounts for each group, those that are not listed too
 * @param failures by block, then in the order of the check table
 * @param fingerprintForms the forms in which blocks give their keys' fingerprints
 */
public record VerificationReport(
    Timestamp checkedAt,
    long blocks,
    long headIndex,
    BlockHash headHash,
    Optional<BlockHash> lastHash,
    Map<CheckGroup, Long> failureCounts,
    List<Failure> failures,
    List<Warning> warnings,
    Set<FingerprintForm> fingerprintForms) {

  public VerificationReport {
    failureCounts = Collections.unmodifiableMap(failureCounts);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
    fingerprintForms = Collections.unmodifiableSet(fingerprintForms);
  }

  /** In one word; an empty chain is valid. */
  public enum Status {
    OK,
    FAILED,
    EMPTY
  }

  public Status status() {
    if (!isValid()) {
      return Status.FAILED;
    }
    return blocks == 0 ? Status.EMPTY : Status.OK;
  }

  public boolean isValid() {
    return failureCounts.values().stream().allMatch(count -> count == 0);
  }

  /**
   * The same verdict at another time: only the newest block's age is judged anew.
   *
   * @param stale the newest block's time if it is too old by now
   */
  public VerificationReport withAge(Optional<Timestamp> stale, Timestamp now) {
    List<Failure> newFailures =
        new ArrayList<>(failures.stream().filter(f -> f.check() != Check.TIMESTAMP_STALE).toList());
    long delta = newFailures.size() - (long) failures.size() + (stale.isPresent() ? 1 : 0);
    stale.ifPresent(time -> newFailures.add(Failure.stale(headIndex, time, now)));
    Map<CheckGroup, Long> newCounts = new EnumMap<>(failureCounts);
    newCounts.merge(CheckGroup.TIMESTAMP, delta, Long::sum);
    return new VerificationReport(
        checkedAt,
        blocks,
        headIndex,
        headHash,
        lastHash,
        newCounts,
        newFailures,
        warnings,
        fingerprintForms);
  }
}
