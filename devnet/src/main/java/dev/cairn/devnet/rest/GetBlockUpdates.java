package dev.cairn.devnet.rest;

import dev.cairn.devnet.updates.BlockFeed;

/** Every block that comes after the request, with its outputs. */
final class GetBlockUpdates implements Endpoint {

  private final String base;
  private final BlockFeed feed;
  private final UpdateEvents events;

  GetBlockUpdates(String base, BlockFeed feed, UpdateEvents events) {
    this.base = base;
    this.feed = feed;
    this.events = events;
  }

  @Override
  public Route route() {
    return Route.get(base + "/block/updates", Representation.EVENTS);
  }

  @Override
  public Answer answer(Call call) {
    return new Answer.Stream(
        client ->
            feed.subscribe(round -> round.forEach(block -> client.accept(events.block(block)))));
  }
}
