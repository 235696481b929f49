package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.ingestor.IngestorMetrics.Outcome;
import dev.cairn.virtualchain.executor.BlockPlace;
import dev.cairn.virtualchain.executor.PolledResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a chain's transactions from their first block to finality, or back to where their batches
 * wait. Each method is true when something changed. Not shared.
 */
final class LaneFollower {

  private static final Logger LOG = LoggerFactory.getLogger(LaneFollower.class);

  private final ChainId chain;
  private final LaneTools tools;
  private final LaneTrouble trouble;
  private final Backoff failures;

  /** Transactions cost gas even when they fail: none is made before this time. */
  private Instant failureUntil = Instant.MIN;

  LaneFollower(ChainId chain, LaneTools tools, LaneTrouble trouble) {
    RetrySettings retry = tools.settings().retry();
    this.chain = chain;
    this.tools = tools;
    this.trouble = trouble;
    this.failures =
        new Backoff(retry.firstAfterFailure(), retry.longestAfterFailure(), tools.random());
  }

  /** Until when the last failure keeps the chain from new transactions. */
  Instant failureUntil() {
    return failureUntil;
  }

  /** Looks whether transactions got into blocks. */
  boolean findBlocks(List<Submission> unmined) {
    Map<RequestKey, PolledResult> found = poll(unmined, 0);
    boolean moved = false;
    for (Submission submission : unmined) {
      PolledResult result = found.get(submission.requestKey());
      if (result != null) {
        moved |= noteBlock(submission, result);
      }
    }
    return moved;
  }

  private boolean noteBlock(Submission submission, PolledResult result) {
    if (result.place().isEmpty()) {
      trouble.report(
          "Nodes will not mine " + submission.requestKey() + ": " + message(result.result()));
      return false;
    }
    tools.steps().mined(submission, placeIn(result), result.result().success());
    tools.metrics().count(Outcome.MINED);
    return true;
  }

  /** Looks whether the blocks of mined transactions are deep enough, and still there. */
  boolean concludeDeep(List<Submission> mined) {
    Map<RequestKey, PolledResult> deep = poll(mined, tools.settings().confirmations());
    boolean moved = false;
    for (Submission submission : mined) {
      PolledResult result = deep.get(submission.requestKey());
      moved |= isPlaced(result) ? conclude(submission, result) : findOtherBlock(submission);
    }
    return moved;
  }

  private boolean conclude(Submission submission, PolledResult result) {
    Submission.Place place = placeIn(result);
    boolean success = result.result().success();
    if (!submission.place().equals(Optional.of(place))) {
      tools.steps().mined(submission, place, success);
    }
    if (success) {
      tools.steps().settled(submission, place);
      tools.metrics().settled(submission, tools.now());
      failures.reset();
      trouble.over();
    } else {
      giveUpFailed(submission, message(result.result()));
    }
    return true;
  }

  /** The block is not deep enough, or the transaction is in another block now, or in none. */
  private boolean findOtherBlock(Submission submission) {
    PolledResult result = poll(List.of(submission), 0).get(submission.requestKey());
    if (!isPlaced(result)) {
      String block = submission.place().orElseThrow().blockHash().toString();
      tools.steps().lost(submission, "Block " + block + " has left the winning branch.");
      tools.metrics().count(Outcome.LOST);
      LOG.info("Chain {}: a reorganisation took block {}", chain, block);
      return true;
    }
    boolean same = submission.place().equals(Optional.of(placeIn(result)));
    return !same && noteBlock(submission, result);
  }

  /** A failure counts when its block is deep: on another branch the transaction might succeed. */
  private void giveUpFailed(Submission submission, String reason) {
    tools.metrics().count(Outcome.FAILED);
    List<PendingBatch> culprits = AnchorRefusal.culprits(submission, reason);
    if (culprits.isEmpty()) {
      tools.steps().returned(submission, "The transaction failed: " + reason);
      failureUntil = tools.now().plus(failures.next());
      trouble.report("Transaction " + submission.requestKey() + " failed: " + reason);
    } else {
      tools.steps().refused(submission, culprits, reason);
      LOG.error("Chain {} holds another claim; set aside for good: {}", chain, culprits);
    }
  }

  /**
   * Gives up transactions that are in no block and can get into none any more. Should a node hide
   * such a block, the contract still sees to it that a batch has one root.
   */
  boolean giveUpExpired(List<Submission> unmined) {
    List<Submission> over = unmined.stream().filter(s -> s.isOver(tools.now())).toList();
    if (over.isEmpty()) {
      return false;
    }
    Optional<Instant> settled = tools.times().settled(chain);
    List<Submission> dead = over.stream().filter(s -> isDead(s, settled)).toList();
    // Asked after the time was read: a block from before that time is seen here, and after it no
    // block takes the transaction.
    Map<RequestKey, PolledResult> found = poll(dead, 0);
    boolean moved = false;
    for (Submission submission : dead) {
      if (!isPlaced(found.get(submission.requestKey()))) {
        tools.steps().returned(submission, "The transaction expired before a block took it.");
        tools.metrics().count(Outcome.EXPIRED);
        moved = true;
      }
    }
    return moved;
  }

  private static boolean isDead(Submission submission, Optional<Instant> settled) {
    return settled.isPresent() && submission.isOver(settled.get());
  }

  private Map<RequestKey, PolledResult> poll(List<Submission> submissions, int depth) {
    if (submissions.isEmpty()) {
      return Map.of();
    }
    List<RequestKey> keys = submissions.stream().map(Submission::requestKey).toList();
    return tools.nodes().poll(chain, keys, depth);
  }

  private static boolean isPlaced(@Nullable PolledResult result) {
    return result != null && result.place().isPresent();
  }

  private static Submission.Place placeIn(PolledResult result) {
    BlockPlace place = result.place().orElseThrow();
    return new Submission.Place(place.height(), place.blockHash());
  }

  private static String message(CommandResult result) {
    return result.data().path("message").asText("no message");
  }
}
