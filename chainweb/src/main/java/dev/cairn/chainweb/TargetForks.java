package dev.cairn.chainweb;

/**
 * Heights at which the rules for targets and epochs changed (reference §2.6); 0 means from the
 * start.
 *
 * @param currentRuleFrom from this height a target comes from the parent and all adjacent parents;
 *     below, from the parent alone
 * @param parentTimeFrom from this height an epoch ends with the parent's time; below, with the new
 *     block's own
 * @param withoutEmergencyFrom from this height there is no emergency adjustment; below, targets are
 *     not checked here
 * @param firstBlockStartsEpoch whether block 1 sets the epoch start that block 2 notes
 * @param freeForkStateBefore below this height the fork state may be anything
 */
public record TargetForks(
    BlockHeight currentRuleFrom,
    BlockHeight parentTimeFrom,
    BlockHeight withoutEmergencyFrom,
    boolean firstBlockStartsEpoch,
    BlockHeight freeForkStateBefore) {

  /** The current rules from the first block on. */
  public static final TargetForks NONE =
      new TargetForks(BlockHeight.ZERO, BlockHeight.ZERO, BlockHeight.ZERO, true, BlockHeight.ZERO);
}
