package dev.cairn.devnet.rest;

/** Headers of a chain, by ascending height. */
final class GetHeaderPage implements Endpoint {

  /** A node gives no more at once. */
  static final int MAX_HEADERS = 360;

  private final String base;
  private final HeaderLists lists;
  private final Encodings encodings;

  GetHeaderPage(String base, HeaderLists lists, Encodings encodings) {
    this.base = base;
    this.lists = lists;
    this.encodings = encodings;
  }

  @Override
  public Route route() {
    return Route.get(
        base + "/chain/{chain}/header", Representation.JSON, Representation.HEADER_OBJECTS);
  }

  @Override
  public Answer answer(Call call) {
    String page =
        lists
            .ascending(call.chain(), Paging.of(call, MAX_HEADERS))
            .json(header -> encodings.header(header, call.form()));
    return Answer.of(call.form(), page);
  }
}
