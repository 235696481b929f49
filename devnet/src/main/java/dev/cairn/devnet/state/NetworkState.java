package dev.cairn.devnet.state;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.block.Frontier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * All chains at one moment.
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

  /** The same with some chains at other blocks. */
  public NetworkState with(Collection<ChainState> moved) {
    List<ChainState> next = new ArrayList<>(chains);
    moved.forEach(state -> next.set(state.head().chainId().value(), state));
    return new NetworkState(next);
  }
}
