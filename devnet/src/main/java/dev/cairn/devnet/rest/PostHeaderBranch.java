package dev.cairn.devnet.rest;

/** Headers of a branch, by descending height. */
final class PostHeaderBranch implements Endpoint {

  private final String base;
  private final HeaderLists lists;
  private final Encodings encodings;

  PostHeaderBranch(String base, HeaderLists lists, Encodings encodings) {
    this.base = base;
    this.lists = lists;
    this.encodings = encodings;
  }

  @Override
  public Route route() {
    return Route.post(
        base + "/chain/{chain}/header/branch", Representation.JSON, Representation.HEADER_OBJECTS);
  }

  @Override
  public Answer answer(Call call) {
    Paging paging = Paging.of(call, GetHeaderPage.MAX_HEADERS);
    String page =
        lists
            .descending(call.chain(), HeaderLists.Bounds.read(call.json()), paging)
            .json(header -> encodings.header(header, call.form()));
    return Answer.of(call.form(), page);
  }
}
