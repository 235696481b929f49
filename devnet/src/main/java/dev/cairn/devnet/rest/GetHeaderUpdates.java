package dev.cairn.devnet.rest;

import dev.cairn.devnet.updates.BlockFeed;

/** Every header that comes after the request. */
final class GetHeaderUpdates implements Endpoint {

  private final String base;
  private final BlockFeed feed;
  private final UpdateEvents events;

  GetHeaderUpdates(String base, BlockFeed feed, UpdateEvents events) {
    this.base = base;
    this.feed = feed;
    this.events = events;
  }

  @Override
  public Route route() {
    return Route.get(base + "/header/updates", Representation.EVENTS);
  }

  @Override
  public Answer answer(Call call) {
    return new Answer.Stream(
        client ->
            feed.subscribe(round -> round.forEach(block -> client.accept(events.header(block)))));
  }
}
