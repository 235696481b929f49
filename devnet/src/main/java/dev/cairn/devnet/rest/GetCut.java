package dev.cairn.devnet.rest;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.TieBreak;
import dev.cairn.chainweb.cut.Cut;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.devnet.block.Frontier;
import dev.cairn.devnet.store.ChainStore;
import java.util.List;
import java.util.function.Supplier;

/** The newest blocks of all chains, or those of an earlier round. */
final class GetCut implements Endpoint {

  private final String network;
  private final String base;
  private final ChainStore store;
  private final Supplier<Frontier> frontier;

  GetCut(String network, String base, ChainStore store, Supplier<Frontier> frontier) {
    this.network = network;
    this.base = base;
    this.store = store;
    this.frontier = frontier;
  }

  @Override
  public Route route() {
    return Route.get(base + "/cut", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    Frontier newest = frontier.get();
    List<BlockHeader> headers =
        call.natural("maxheight").stream()
            .mapToObj(height -> Cut.chainHeight(height, newest.headers().size()))
            .filter(height -> height.compareTo(newest.height()) < 0)
            .findFirst()
            .map(height -> at(newest, height))
            .orElse(newest.headers());
    Cut cut = Cut.of(network, headers, TieBreak.ORDER_B);
    return Answer.json(cut.toJson(TieBreak.ORDER_B).toString());
  }

  private List<BlockHeader> at(Frontier newest, BlockHeight height) {
    return newest.headers().stream()
        // A chain that is held may not have that height.
        .map(header -> store.headerAt(header.chainId(), height).orElse(header))
        .toList();
  }
}
