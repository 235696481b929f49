package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.ingestor.IngestorMetrics.Outcome;
import dev.cairn.virtualchain.executor.ChainHead;
import dev.cairn.virtualchain.executor.NodeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One chain's batches on their way. {@link #step} does everything that can be done now, from what
 * the ledger says; between steps a lane knows nothing that may not be forgotten, so that going on
 * after a crash is just the next step.
 *
 * <p>One thread steps a lane; {@link #headSeen} and {@link #trouble} are for any.
 */
final class ChainLane {

  /**
   * Transactions of a chain that wait for a block at the same time. Batches that close meanwhile
   * share the next transaction: the slower the chain, the fuller the transactions.
   */
  static final int MAX_UNMINED = 4;

  private final ChainId chain;
  private final LaneTools tools;
  private final LaneTrouble trouble;
  private final LaneSender sender;
  private final LaneFollower follower;
  private final LookTimer looks;
  private final Backoff outages;

  /** The highest block that was heard of: a hint when to look. */
  private final AtomicLong head = new AtomicLong(-1);

  /** What {@link #head} was at the last look. */
  private long headLookedAt = -1;

  /** True between steps while no transaction is under way: news of blocks mean nothing then. */
  private volatile boolean idle;

  /** Nodes are left alone until then, unless they report a block. */
  private Instant outageUntil = Instant.MIN;

  ChainLane(ChainId chain, LaneTools tools) {
    RetrySettings retry = tools.settings().retry();
    this.chain = chain;
    this.tools = tools;
    this.trouble = new LaneTrouble(chain);
    this.sender = new LaneSender(chain, tools, trouble);
    this.follower = new LaneFollower(chain, tools, trouble);
    this.looks = new LookTimer(retry.firstLook(), retry.longestLook());
    this.outages = new Backoff(retry.firstRetry(), retry.longestRetry(), tools.random());
  }

  ChainId chain() {
    return chain;
  }

  /** Why this chain's batches do not get on. */
  Optional<String> trouble() {
    return trouble.text();
  }

  /** Notes a block; true when it is a reason to step. */
  boolean headSeen(ChainHead news) {
    head.accumulateAndGet(news.height().value(), Math::max);
    return !idle;
  }

  /**
   * Does what can be done now.
   *
   * @return when to step again at the latest, without news; {@link Instant#MAX} when idle
   */
  Instant step() {
    idle = false;
    prepareWaiting();
    if (!tools.now().isBefore(outageUntil) || head.get() > headLookedAt) {
      askNodes();
    }
    return nextStep();
  }

  /** waiting → submitted */
  private void prepareWaiting() {
    if (tools.now().isBefore(follower.failureUntil())) {
      return;
    }
    for (int unmined = unmined().size(); unmined < MAX_UNMINED; unmined++) {
      List<PendingBatch> batches =
          tools.ledger().waiting(chain, tools.settings().batchesPerTransaction());
      if (batches.isEmpty()) {
        return;
      }
      tools.steps().prepared(tools.commands().prepare(chain, batches, tools.now()));
      tools.metrics().count(Outcome.PREPARED);
    }
  }

  private void askNodes() {
    try {
      if (sender.sendDue(unmined())) {
        looks.lookSoon(tools.now());
      }
      look();
    } catch (NodeException e) {
      outageUntil = tools.now().plus(outages.next());
      trouble.report(e.getMessage());
    }
  }

  /** submitted → mined → final, when there is news or the time has come. */
  private void look() {
    long headNow = head.get();
    boolean news = headNow > headLookedAt;
    boolean timer = looks.isDue(tools.now());
    if (!news && !timer) {
      return;
    }
    boolean moved = follower.findBlocks(unmined());
    moved |= follower.concludeDeep(deepEnough(headNow, timer));
    moved |= follower.giveUpExpired(unmined());
    headLookedAt = headNow;
    outageUntil = Instant.MIN;
    outages.reset();
    if (moved) {
      looks.lookSoon(tools.now());
    } else {
      looks.nothingNew(tools.now());
    }
  }

  /** Those whose depth the head suggests; when no head was heard of for long, all. */
  private List<Submission> deepEnough(long headNow, boolean timer) {
    long deepest = headNow - tools.settings().confirmations();
    return tools.ledger().submissions(chain).stream()
        .filter(s -> s.place().isPresent())
        .filter(s -> timer || s.place().get().height().value() <= deepest)
        .toList();
  }

  private List<Submission> unmined() {
    return tools.ledger().submissions(chain).stream().filter(s -> s.place().isEmpty()).toList();
  }

  private Instant nextStep() {
    Instant next = Instant.MAX;
    idle = tools.ledger().submissions(chain).isEmpty();
    if (!idle) {
      Instant work = earlier(looks.due(), sender.nextDue(unmined()));
      next = work.isBefore(outageUntil) ? outageUntil : work;
    }
    boolean held = tools.now().isBefore(follower.failureUntil());
    boolean waits = held && !tools.ledger().waiting(chain, 1).isEmpty();
    return waits ? earlier(next, follower.failureUntil()) : next;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
