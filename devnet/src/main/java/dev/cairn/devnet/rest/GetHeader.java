package dev.cairn.devnet.rest;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.store.ChainStore;

/** One header by its hash, in any of three forms. */
final class GetHeader implements Endpoint {

  private final String base;
  private final ChainStore store;
  private final Encodings encodings;

  GetHeader(String base, ChainStore store, Encodings encodings) {
    this.base = base;
    this.store = store;
    this.encodings = encodings;
  }

  @Override
  public Route route() {
    return Route.get(
        base + "/chain/{chain}/header/{hash}",
        Representation.JSON,
        Representation.HEADER_OBJECTS,
        Representation.OCTETS);
  }

  @Override
  public Answer answer(Call call) {
    Hash hash = call.hash("hash");
    BlockHeader header =
        store.header(call.chain(), hash).orElseThrow(() -> Refusal.keyNotFound(hash.toString()));
    return call.form() == Representation.OCTETS
        ? Answer.of(call.form(), header.encode())
        : Answer.of(call.form(), encodings.header(header, call.form()));
  }
}
