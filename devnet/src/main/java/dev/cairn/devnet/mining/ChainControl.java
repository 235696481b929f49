package dev.cairn.devnet.mining;

import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import java.util.Set;

/**
 * What can be done to the chains beside mining them, to see how clients bear it. Safe for many
 * threads; each call returns when its effect is published.
 */
public final class ChainControl {

  private final ChainGraph graph;
  private final MiningLoop loop;
  private final RoundMiner miner;
  private final Reorganiser reorganiser;

  ChainControl(ChainGraph graph, MiningLoop loop, RoundMiner miner, Reorganiser reorganiser) {
    this.graph = graph;
    this.loop = loop;
    this.miner = miner;
    this.reorganiser = reorganiser;
  }

  /**
   * Lets another branch win that forks so many blocks back on the chosen chains. A block names its
   * neighbours' blocks, so a chain at distance d of the chosen ones loses its last {@code blocks} -
   * d. The new branch is empty but for coinbases and one block longer, which makes it heavier; the
   * transactions of the old one wait again and come into the blocks after it.
   *
   * @throws IllegalArgumentException if the chains are not that long or their states not kept so
   *     far back, or if held chains keep the new branch from becoming heavier
   */
  public Reorganisation reorganise(Set<ChainId> chains, int blocks) {
    Set<ChainId> chosen = Set.copyOf(chains);
    return loop.call(() -> reorganiser.replace(chosen, blocks, miner.held()::contains));
  }

  /** Gives a chain no blocks any more; its neighbours can get one more, theirs two, and so on. */
  public void hold(ChainId chain) {
    graph.adjacents(chain);
    loop.call(() -> miner.held().add(chain));
  }

  /** Lets a chain have blocks again. */
  public void release(ChainId chain) {
    graph.adjacents(chain);
    loop.call(() -> miner.held().remove(chain));
  }

  /** The chains that get no blocks. */
  public Set<ChainId> held() {
    return Set.copyOf(miner.held());
  }

  /** Mines one round now; tells whether it holds transactions. */
  public boolean mine() {
    return loop.call(miner::mine);
  }
}
