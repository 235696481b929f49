package dev.cairn.devnet.spv;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainGraph;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.chainweb.spv.SpvProofs;
import dev.cairn.chainweb.spv.SpvRoute;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.store.ChainStore;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes proofs of transaction outputs, with the target that a node takes. */
public final class OutputProver {

  private final ChainStore store;
  private final Supplier<Frontier> frontier;
  private final ChainGraph graph;

  public OutputProver(ChainStore store, Supplier<Frontier> frontier, ChainGraph graph) {
    this.store = store;
    this.frontier = frontier;
    this.graph = graph;
  }

  /** A transaction on the winning branch. */
  public record Found(Block block, int index) {}

  /** The transaction of a request key, if it is mined and published. */
  public Optional<Found> find(ChainId source, Hash requestKey) {
    BlockHeight newest = frontier.get().height(source);
    return store
        .find(source, requestKey)
        .filter(place -> place.height().compareTo(newest) <= 0)
        .map(place -> new Found(store.blockAt(source, place), place.index()));
  }

  /** The proof to the lowest block of the target chain that can see it; empty if there is none. */
  public Optional<SpvProof> prove(Found found, ChainId target) {
    BlockHeader source = found.block().header();
    SpvRoute route = new SpvRoute(graph, TieBreak.ORDER_B, this::header);
    BlockHeight height = route.minimalTargetHeight(source, target);
    if (height.compareTo(frontier.get().height(target)) > 0) {
      return Optional.empty();
    }
    BlockHeader root = store.headerAt(target, height).orElseThrow();
    return Optional.of(
        SpvProofs.proveOutput(route.walk(root, source, found.block().payload()), found.index()));
  }

  // A hash does not tell its chain; twenty look-ups at most, and only along a proof.
  private BlockHeader header(Hash hash) {
    return graph
        .chains()
        .flatMap(chain -> store.header(chain, hash).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Block " + hash + " is unknown."));
  }
}
