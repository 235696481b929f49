package dev.cairn.proof.life;

import org.jspecify.annotations.Nullable;

/**
 * What the ingestor last said of a batch's anchor. {@code submission} and {@code mining} are null
 * until said, and again after a return; {@code setback} tells of the last return.
 */
public record AnchorStanding(
    @Nullable Submission submission,
    @Nullable Mining mining,
    int setbacks,
    @Nullable Setback setback) {

  /** A batch of which the ingestor has said nothing. */
  public static final AnchorStanding NONE = new AnchorStanding(null, null, 0, null);

  /** A transaction that was sent. */
  public record Submission(String requestKey, int attempt, long atMillis) {}

  /** A transaction in a block; {@code finalAtMillis} is null until the block is deep enough. */
  public record Mining(
      String requestKey, BlockPlace block, long atMillis, @Nullable Long finalAtMillis) {
    boolean sameAs(String otherKey, BlockPlace otherBlock) {
      return requestKey.equals(otherKey) && block.equals(otherBlock);
    }
  }

  /** A return to closed, such as after a reorganisation. */
  public record Setback(String reason, long atMillis) {}

  public AnchorStanding {
    if (setbacks < 0 || (setbacks == 0) != (setback == null)) {
      throw new IllegalArgumentException(
          "A standing tells of its last setback exactly if it had one, not of " + setbacks + ".");
    }
  }

  /** True if the block is as deep as the ingestor waits for. */
  public boolean isFinal() {
    return mining != null && mining.finalAtMillis() != null;
  }
}
