package dev.cairn.devnet.state;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.block.Frontier;
import java.util.List;

/**
 * All chains after one round.
 *
 * @param chains by chain number
 */
public record NetworkState(List<ChainState> chains) {

  public NetworkState {
    chains = List.copyOf(chains);
  }

  public ChainState of(ChainId chain) {
    return chains.get(chain.value());
  }

  /** The newest blocks. */
  public Frontier frontier() {
    return new Frontier(chains.stream().map(ChainState::head).toList());
  }
}
