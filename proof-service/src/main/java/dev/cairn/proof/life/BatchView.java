package dev.cairn.proof.life;

import org.jspecify.annotations.Nullable;

/**
 * A batch as its readers see it: both journals and the proof, joined. {@code provedAtMillis} is
 * null unless a proof of exactly the block in the standing is stored.
 */
public record BatchView(BatchHead head, AnchorStanding standing, @Nullable Long provedAtMillis) {

  /** The furthest state that all three parts support. */
  public BatchState state() {
    if (head.closing() == null) {
      return BatchState.OPEN;
    }
    if (standing.isFinal()) {
      return provedAtMillis == null ? BatchState.FINAL : BatchState.PROVED;
    }
    if (standing.mining() != null) {
      return BatchState.MINED;
    }
    return standing.submission() == null ? BatchState.CLOSED : BatchState.SUBMITTED;
  }
}
