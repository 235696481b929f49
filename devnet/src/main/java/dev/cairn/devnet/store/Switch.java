package dev.cairn.devnet.store;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.block.Block;
import java.util.List;

/**
 * A change of one chain's winning branch.
 *
 * @param orphaned blocks that lose, from the fork upwards
 * @param adopted kept blocks that take their place, from the fork upwards, and go higher
 */
public record Switch(ChainId chain, List<Block> orphaned, List<Block> adopted) {

  public Switch {
    orphaned = List.copyOf(orphaned);
    adopted = List.copyOf(adopted);
    if (adopted.size() < orphaned.size() || !haveOneParent(orphaned, adopted)) {
      throw new IllegalArgumentException(
          "Two branches of one chain begin on the same block, and the new one is not shorter.");
    }
  }

  private static boolean haveOneParent(List<Block> one, List<Block> other) {
    return one.isEmpty() || one.get(0).header().parent().equals(other.get(0).header().parent());
  }
}
