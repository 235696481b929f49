package dev.cairn.chainweb.header;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainwebVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * The check of headers (reference §2.3 to §2.6, §3.2); {@link NextHeader} is the builder.
 *
 * <p>Not checked here: that a creation time is not in the future, which needs a clock; the votes in
 * the fork state; targets of mainnet01 below height 80000, where an emergency rule existed.
 */
public final class HeaderRules {

  private final ChainwebVersion version;
  private final EpochRule epochs;
  private final TargetRule targets;

  public HeaderRules(ChainwebVersion version) {
    this.version = version;
    this.epochs = new EpochRule(version);
    this.targets = new TargetRule(version);
  }

  /** The rules that a header breaks by itself; empty for a good one. */
  public List<HeaderViolation> checkAlone(BlockHeader header) {
    Findings findings = new Findings();
    findings.require(header.hasValidHash(), HeaderViolation.HASH);
    findings.require(header.versionCode() == version.code(), HeaderViolation.VERSION);
    if (!version.latestGraph().contains(header.chainId())) {
      return findings.with(HeaderViolation.ADJACENT_CHAINS);
    }
    findings.require(hasAdjacentsOfGraph(header), HeaderViolation.ADJACENT_CHAINS);
    if (Genesis.isGenesis(version, header)) {
      findings.require(isGenesisOfVersion(header), HeaderViolation.GENESIS);
    } else {
      findings.require(
          !version.proofOfWork() || header.meetsTarget(), HeaderViolation.PROOF_OF_WORK);
    }
    return findings.list();
  }

  /** All rules that a header breaks, its parents being good; empty for a good one. */
  public List<HeaderViolation> check(BlockHeader header, ParentHeaders parents) {
    Findings findings = new Findings();
    findings.addAll(checkAlone(header));
    BlockHeader parent = parents.parent();
    findings.require(isChild(header, parent), HeaderViolation.PARENT);
    findings.require(header.height().equals(parent.height().plus(1)), HeaderViolation.HEIGHT);
    findings.require(hasAdjacents(header, parents), HeaderViolation.ADJACENT_PARENTS);
    if (findings.none(
        HeaderViolation.PARENT, HeaderViolation.HEIGHT, HeaderViolation.ADJACENT_PARENTS)) {
      checkDerived(header, parents, findings);
    }
    return findings.list();
  }

  // What follows from the parents' fields, once they are known to be the parents.
  private void checkDerived(BlockHeader header, ParentHeaders parents, Findings findings) {
    BlockHeader parent = parents.parent();
    findings.require(hasForkNumberOf(parent, header), HeaderViolation.FORK_STATE);
    findings.require(hasWeight(header, parent), HeaderViolation.WEIGHT);
    if (!isLater(header, parents)) {
      // Nothing can be derived from a time span that runs backwards.
      findings.require(false, HeaderViolation.CREATION_TIME);
      return;
    }
    findings.require(hasTarget(header, parents), HeaderViolation.TARGET);
    findings.require(
        header.epochStart().equals(epochs.epochStart(parent, header.creationTime())),
        HeaderViolation.EPOCH_START);
  }

  // The graph is that of the parent's height; a genesis block has no parent (reference §2.1).
  private boolean hasAdjacentsOfGraph(BlockHeader header) {
    boolean genesis = Genesis.isGenesis(version, header);
    long height = header.height().value() - (genesis ? 0 : 1);
    if (height < version.genesisHeight(header.chainId()).value()) {
      return false;
    }
    return version
        .graphAt(new BlockHeight(height))
        .adjacents(header.chainId())
        .equals(List.copyOf(header.adjacents().keySet()));
  }

  private boolean isGenesisOfVersion(BlockHeader header) {
    return header.equals(Genesis.header(version, header.chainId(), header.payloadHash()));
  }

  private static boolean isChild(BlockHeader header, BlockHeader parent) {
    return header.parent().equals(parent.hash()) && header.chainId().equals(parent.chainId());
  }

  private static boolean hasAdjacents(BlockHeader header, ParentHeaders parents) {
    return header.adjacents().equals(parents.adjacentHashes())
        && parents.all().allMatch(x -> x.height().equals(parents.parent().height()));
  }

  private boolean hasForkNumberOf(BlockHeader parent, BlockHeader header) {
    BlockHeight bound = version.forks().freeForkStateBefore();
    if (header.height().compareTo(bound) < 0) {
      return true;
    }
    boolean parentIsFree = parent.height().compareTo(bound) < 0;
    return (int) header.forkState() == (parentIsFree ? 0 : (int) parent.forkState());
  }

  private boolean isLater(BlockHeader header, ParentHeaders parents) {
    boolean all = EpochRule.isFrom(version.forks().currentRuleFrom(), parents.parent());
    return header
        .creationTime()
        .isAfter(all ? parents.latestTime() : parents.parent().creationTime());
  }

  private boolean hasTarget(BlockHeader header, ParentHeaders parents) {
    return !targets.isKnownFor(parents.parent())
        || header.target().equals(targets.target(parents, header.creationTime()));
  }

  private static boolean hasWeight(BlockHeader header, BlockHeader parent) {
    return header.target().value().signum() > 0
        && header
            .weight()
            .value()
            .equals(parent.weight().value().add(header.target().difficulty()));
  }

  /** Violations in the order in which they were found, each once. */
  private static final class Findings {

    private final List<HeaderViolation> found = new ArrayList<>();

    void require(boolean good, HeaderViolation otherwise) {
      if (!good) {
        found.add(otherwise);
      }
    }

    void addAll(List<HeaderViolation> violations) {
      found.addAll(violations);
    }

    List<HeaderViolation> with(HeaderViolation violation) {
      found.add(violation);
      return list();
    }

    boolean none(HeaderViolation... violations) {
      return List.of(violations).stream().noneMatch(found::contains);
    }

    List<HeaderViolation> list() {
      return List.copyOf(found);
    }
  }
}
