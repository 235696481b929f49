package dev.cairn.ingestor;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The time of chains, as their blocks tell it, and their pace. Safe for any thread. */
final class ChainTimes {

  /** Blocks that a transaction is given to be mined before its bytes are sent again. */
  private static final int PATIENCE_BLOCKS = 2;

  /** On networks that mine at once: a second sending before that helps nobody. */
  private static final Duration LEAST_PATIENCE = Duration.ofSeconds(3);

  private final ChainwebNodes nodes;
  private final int confirmations;

  /** As the first node to answer said; it does not change while a network lives. */
  private volatile @Nullable Duration patience;

  ChainTimes(ChainwebNodes nodes, int confirmations) {
    this.nodes = nodes;
    this.confirmations = confirmations;
  }

  /** How long nodes keep a transaction before it counts as forgotten. */
  Duration patience() {
    Duration known = patience;
    if (known == null) {
      known = nodes.info().blockDelay().multipliedBy(PATIENCE_BLOCKS);
      known = known.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : known;
      patience = known;
    }
    return known;
  }

  /**
   * Creation time of the block that is so deep that it counts as final: whatever is mined from now
   * on has a parent that is at least as young. Empty while the chain is shorter than that.
   */
  Optional<Instant> settled(ChainId chain) {
    ChainHead head = nodes.heads().get(chain);
    if (head == null || head.height().value() < confirmations) {
      return Optional.empty();
    }
    BlockHeight height = new BlockHeight(head.height().value() - confirmations);
    return nodes.branch(chain, head.hash(), height, height).stream()
        .findFirst()
        .map(block -> block.creationTime().instant());
  }
}
