package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.verify.VerificationReport;
import java.util.List;
import java.util.Optional;

/**
 * What there is to tell of a chain.
 *
 * @param now when somebody asked
 * @param report of the last verification, with the newest block's age as of {@code now}
 * @param recent the newest blocks, oldest first
 */
public record ChainView(Timestamp now, VerificationReport report, List<RecentBlock> recent) {

  public ChainView {
    recent = List.copyOf(recent);
  }

  public Optional<RecentBlock> newest() {
    return recent.isEmpty() ? Optional.empty() : Optional.of(recent.get(recent.size() - 1));
  }

  /** When the newest block was sealed; empty if there is none or it doesn't say so readably. */
  public Optional<Timestamp> sealedAt() {
    return newest().flatMap(RecentBlock::sealedAt);
  }
}
