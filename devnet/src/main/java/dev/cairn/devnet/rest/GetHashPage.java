package dev.cairn.devnet.rest;

/** Block hashes of a chain, by ascending height. */
final class GetHashPage implements Endpoint {

  /** A node gives no more at once. */
  static final int MAX_HASHES = 4096;

  private final String base;
  private final HeaderLists lists;

  GetHashPage(String base, HeaderLists lists) {
    this.base = base;
    this.lists = lists;
  }

  @Override
  public Route route() {
    return Route.get(base + "/chain/{chain}/hash", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    String page =
        lists
            .ascending(call.chain(), Paging.of(call, MAX_HASHES))
            .json(header -> "\"" + header.hash() + "\"");
    return Answer.json(page);
  }
}
