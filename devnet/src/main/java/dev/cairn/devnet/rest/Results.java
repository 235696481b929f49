package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.block.Place;
import dev.cairn.devnet.mempool.Mempool;
import dev.cairn.devnet.state.StateHistory;
import dev.cairn.devnet.store.ChainStore;
import dev.cairn.devnet.transaction.PolledResult;
import java.util.List;
import java.util.Optional;

/** Results of transactions as clients ask for them: what is mined, with its block's data. */
final class Results {

  private final ChainStore store;
  private final StateHistory history;
  private final List<Mempool> mempools;

  Results(ChainStore store, StateHistory history, List<Mempool> mempools) {
    this.store = store;
    this.history = history;
    this.mempools = List.copyOf(mempools);
  }

  /**
   * The result of a transaction.
   *
   * @param depth blocks that must be on top of its block
   */
  Optional<String> find(ChainId chain, Hash requestKey, long depth) {
    Optional<Place> place = store.find(chain, requestKey);
    if (place.isEmpty()) {
      return mempools.get(chain.value()).isBad(requestKey)
          ? Optional.of(PolledResult.ofBad(requestKey, Mempool.BADLISTED))
          : Optional.empty();
    }
    return place
        .filter(found -> isDeep(chain, found, depth))
        .map(found -> result(store.blockAt(chain, found), found.index()));
  }

  // A round is stored a moment before it is published; until then nobody has seen it.
  private boolean isDeep(ChainId chain, Place place, long depth) {
    return history.frontier().height(chain).value() - depth >= place.height().value();
  }

  private static String result(Block block, int index) {
    PayloadWithOutputs payload = block.payload();
    return PolledResult.of(payload.transactions().get(index).output().bytes(), block.header());
  }
}
