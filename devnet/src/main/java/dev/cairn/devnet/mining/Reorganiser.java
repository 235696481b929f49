package dev.cairn.devnet.mining;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.BlockTime;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.header.ParentHeaders;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.state.NetworkState;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.store.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes another branch win: it forks some blocks back, is mined without transactions until it is
 * heavier, and takes over in one step. Called by one thread at a time.
 */
final class Reorganiser {

  private final ChainGraph graph;
  private final ChainStore store;
  private final StateHistory history;
  private final BlockFactory factory;
  private final Tip tip;

  Reorganiser(
      ChainGraph graph, ChainStore store, StateHistory history, BlockFactory factory, Tip tip) {
    this.graph = graph;
    this.store = store;
    this.history = history;
    this.factory = factory;
    this.tip = tip;
  }

  /** Replaces the last blocks of chosen chains, and those of others that stand on them. */
  Reorganisation replace(Set<ChainId> chosen, int blocks, Predicate<ChainId> held) {
    Frontier old = history.frontier();
    requireKept(old, chosen, blocks);
    Fork fork = Fork.of(old, graph, chosen, blocks);
    Map<ChainId, List<Block>> adopted = new HashMap<>();
    NetworkState branch = start(fork);
    while (!wins(branch.frontier(), old)) {
      branch = branch.with(extend(branch, old, held, adopted));
    }
    Reorganisation change = new Reorganisation(switches(fork, old, adopted));
    tip.change(change, branch);
    change.orphaned().forEach(tip::giveBack);
    return change;
  }

  private void requireKept(Frontier old, Set<ChainId> chosen, int blocks) {
    if (blocks < 1 || blocks > store.stateBlocks()) {
      throw new IllegalArgumentException(
          "A reorganisation replaces 1 to %d blocks, not %d."
              .formatted(store.stateBlocks(), blocks));
    }
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("A reorganisation needs at least one chain.");
    }
    for (ChainId chain : chosen) {
      if (!graph.contains(chain)) {
        throw new IllegalArgumentException("There is no chain " + chain + ".");
      }
      if (old.height(chain).value() < blocks) {
        throw new IllegalArgumentException(
            "Chain %s has %s blocks above its genesis, not %d."
                .formatted(chain, old.height(chain), blocks));
      }
    }
  }

  private NetworkState start(Fork fork) {
    List<ChainState> states = new ArrayList<>();
    NetworkState newest = history.newest();
    fork.heights()
        .forEach(
            (chain, height) -> {
              ChainState state = newest.of(chain);
              states.add(
                  state.head().height().value() == height
                      ? state
                      : history.at(headerAt(chain, height)).orElseThrow());
            });
    return new NetworkState(states);
  }

  private BlockHeader headerAt(ChainId chain, long height) {
    return store.headerAt(chain, new BlockHeight(height)).orElseThrow();
  }

  // Heavier alone would do for a node; no chain being lower lets the new branch cover the old one.
  private static boolean wins(Frontier branch, Frontier old) {
    return branch.weight().compareTo(old.weight()) > 0
        && branch.headers().stream().noneMatch(head -> isBehind(branch, old, head.chainId()));
  }

  private static boolean isBehind(Frontier branch, Frontier old, ChainId chain) {
    return branch.height(chain).compareTo(old.height(chain)) < 0;
  }

  // First each chain gets back as many blocks as it had, then all but those that are held get more.
  private List<ChainState> extend(
      NetworkState branch,
      Frontier old,
      Predicate<ChainId> held,
      Map<ChainId, List<Block>> adopted) {
    Frontier reached = branch.frontier();
    boolean anyBehind = graph.chains().anyMatch(chain -> isBehind(reached, old, chain));
    List<Made> made =
        factory.round(
            branch,
            chain -> anyBehind ? isBehind(reached, old, chain) : !held.test(chain),
            this::timeBeside,
            chain -> new Mempool());
    if (made.isEmpty()) {
      throw new IllegalArgumentException(
          "The other branch cannot become heavier while chains are held.");
    }
    for (Made each : made) {
      Block block = each.block().block();
      adopted.computeIfAbsent(block.chain(), chain -> new ArrayList<>()).add(block);
    }
    return tip.keep(made);
  }

  // About the time of the block that is replaced, so that targets stay about the same; a
  // microsecond makes it another block even if its payload is the same.
  private BlockTime timeBeside(ParentHeaders parents, BlockTime earliest) {
    BlockHeader parent = parents.parent();
    return store
        .headerAt(parent.chainId(), parent.height().plus(1))
        .map(replaced -> new BlockTime(replaced.creationTime().micros() + 1))
        .filter(time -> time.isAfter(earliest))
        .orElse(earliest);
  }

  private List<Switch> switches(Fork fork, Frontier old, Map<ChainId, List<Block>> adopted) {
    List<Switch> switches = new ArrayList<>();
    adopted.forEach(
        (chain, blocks) -> {
          List<Block> orphaned = new ArrayList<>();
          long last = old.height(chain).value();
          for (long height = fork.heights().get(chain) + 1; height <= last; height++) {
            orphaned.add(store.blockAt(chain, new BlockHeight(height)).orElseThrow());
          }
          switches.add(new Switch(chain, orphaned, blocks));
        });
    return switches;
  }
}
