package dev.cairn.devnet.rest;

import dev.cairn.devnet.store.ChainStore;

/** Blocks of a chain with their outputs, by ascending height. */
final class GetBlockPage implements Endpoint {

  private final String base;
  private final HeaderLists lists;
  private final ChainStore store;
  private final Encodings encodings;

  GetBlockPage(String base, HeaderLists lists, ChainStore store, Encodings encodings) {
    this.base = base;
    this.lists = lists;
    this.store = store;
    this.encodings = encodings;
  }

  @Override
  public Route route() {
    return Route.get(base + "/chain/{chain}/block", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    String page =
        lists
            .ascending(call.chain(), Paging.of(call, GetHeaderPage.MAX_HEADERS))
            .json(header -> encodings.block(store.blockOf(header)));
    return Answer.json(page);
  }
}
