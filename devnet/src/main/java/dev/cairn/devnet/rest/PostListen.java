package dev.cairn.devnet.rest;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.devnet.updates.BlockFeed;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The result of one transaction, when it is there; 504 if it does not come. */
final class PostListen implements Endpoint {

  private static final Logger LOG = LoggerFactory.getLogger(PostListen.class);

  /** A node waits so long. */
  private static final long TIMEOUT_SECONDS = 180;

  private final String base;
  private final Results results;
  private final BlockFeed feed;

  PostListen(String base, Results results, BlockFeed feed) {
    this.base = base;
    this.results = results;
    this.feed = feed;
  }

  @Override
  public Route route() {
    return Route.post(base + "/chain/{chain}/pact/api/v1/listen", Representation.JSON);
  }

  @Override
  public Answer answer(Call call) {
    ChainId chain = call.chain();
    Hash key = WireCommand.requestKey(call.json().member("listen"));
    CompletableFuture<Answer.Complete> result = new CompletableFuture<>();
    AutoCloseable subscription = feed.subscribe(round -> tryAnswer(chain, key, result));
    // A round that came before the subscription is seen here, a later one by the subscription.
    tryAnswer(chain, key, result);
    result.completeOnTimeout(Answer.empty(504), TIMEOUT_SECONDS, TimeUnit.SECONDS);
    return new Answer.Later(result.whenComplete((answer, failure) -> close(subscription)));
  }

  private void tryAnswer(ChainId chain, Hash key, CompletableFuture<Answer.Complete> result) {
    Optional<String> found = results.find(chain, key, 0);
    found.ifPresent(text -> result.complete(Answer.json(text)));
  }

  private static void close(AutoCloseable subscription) {
    try {
      subscription.close();
    } catch (Exception e) {
      LOG.warn("A listener did not close.", e);
    }
  }
}
