package dev.cairn.devnet.rest;

import dev.cairn.devnet.store.ChainStore;

/** Blocks of a branch with their outputs, by descending height. */
final class PostBlockBranch implements Endpoint {

  private final String base;
  private final HeaderLists lists;
  private final ChainStore store;
  private final Encodings encodings;

  PostBlockBranch(String base, HeaderLists lists, ChainStore store, Encodings encodings) {
    this.base = base;
    this.lists = lists;
    this.store = store;
    this.encodings = encodings;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/block/branch", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    Paging paging = Paging.of(call, GetHeaderPage.MAX_HEADERS);
    String page =
        lists
            .descending(call.chain(), HeaderLists.Bounds.read(call.json()), paging)
            .json(header -> encodings.block(store.blockOf(header)));
    return Answer.json(page);
  }
}
