package dev.cairn.devnet.rest;

/** Block hashes of a branch, by descending height. */
final class PostHashBranch implements Endpoint {

  private final String base;
  private final HeaderLists lists;

  PostHashBranch(String base, HeaderLists lists) {
    this.base = base;
    this.lists = lists;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/hash/branch", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    Paging paging = Paging.of(call, GetHashPage.MAX_HASHES);
    String page =
        lists
            .descending(call.chain(), HeaderLists.Bounds.read(call.json()), paging)
            .json(header -> "\"" + header.hash() + "\"");
    return Answer.json(page);
  }
}
