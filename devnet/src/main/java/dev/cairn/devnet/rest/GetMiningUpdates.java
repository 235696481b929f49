package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.updates.BlockFeed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Tells a miner when the work of a chain is out of date; the body is LE32 of the chain. */
final class GetMiningUpdates implements Endpoint {

  private static final String NEW_CUT = "event:New Cut\n\n";

  private final String base;
  private final BlockFeed feed;
  private final int chains;

  GetMiningUpdates(String base, BlockFeed feed, int chains) {
    this.base = base;
    this.feed = feed;
    this.chains = chains;
  }

  @Override
  public Route route() {
    return Route.get(base + "/mining/updates", Representation.EVENTS);
  }

  @Override
  public Answer answer(Call call) {
    ChainId chain = chain(call.body().bytes());
    return new Answer.Stream(
        client ->
            feed.subscribe(
                blocks -> {
                  if (blocks.stream().anyMatch(block -> block.chain().equals(chain))) {
                    client.accept(NEW_CUT);
                  }
                }));
  }

  private ChainId chain(byte[] body) {
    if (body.length != Integer.BYTES) {
      throw Refusal.malformed("DecodeException \"not enough bytes\"");
    }
    int number = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt();
    if (number < 0 || number >= chains) {
      throw Refusal.malformed("chain " + number + " is not known");
    }
    return new ChainId(number);
  }
}
