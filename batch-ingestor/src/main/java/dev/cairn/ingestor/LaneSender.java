package dev.cairn.ingestor;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.RequestKey;
import dev.cairn.ingestor.IngestorMetrics.Outcome;
import dev.cairn.virtualchain.executor.NodeRejected;
import dev.cairn.virtualchain.executor.NodeUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sends a chain's transactions, and sends them again while nodes may have forgotten them: always
 * the bytes that the ledger holds. Not shared.
 */
final class LaneSender {

  /** A node's reason for refusing a transaction that is in a block (chainweb.md §6.1). */
  private static final String MINED_ALREADY = "Transaction already exists on chain";

  private final ChainId chain;
  private final LaneTools tools;
  private final LaneTrouble trouble;
  private final Backoff refusals;

  /**
   * When each transaction is due to be sent again; those without an entry are due at once. Lost at
   * a crash, which only means that they are sent once more.
   */
  private final Map<RequestKey, Instant> due = new HashMap<>();

  LaneSender(ChainId chain, LaneTools tools, LaneTrouble trouble) {
    RetrySettings retry = tools.settings().retry();
    this.chain = chain;
    this.tools = tools;
    this.trouble = trouble;
    this.refusals =
        new Backoff(retry.firstAfterFailure(), retry.longestAfterFailure(), tools.random());
  }

  /** Sends what is due; true when something was. */
  boolean sendDue(List<Submission> unmined) {
    due.keySet().retainAll(unmined.stream().map(Submission::requestKey).toList());
    boolean sent = false;
    for (Submission submission : unmined) {
      Instant now = tools.now();
      if (!now.isBefore(dueOf(submission)) && !submission.isOver(now)) {
        send(submission);
        sent = true;
      }
    }
    return sent;
  }

  /** When the next transaction is due. */
  Instant nextDue(List<Submission> unmined) {
    return unmined.stream()
        .filter(submission -> !submission.isOver(tools.now()))
        .map(this::dueOf)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private Instant dueOf(Submission submission) {
    return due.getOrDefault(submission.requestKey(), Instant.MIN);
  }

  private void send(Submission submission) {
    try {
      tools.nodes().send(chain, submission.command());
      again(submission, tools.times().patience());
      tools.metrics().count(Outcome.SENT);
      refusals.reset();
    } catch (NodeRejected e) {
      noteRefusal(submission, e.text());
    } catch (NodeUnavailable e) {
      // It may have been taken all the same: the look tells, and a second sending does no harm.
      again(submission, Duration.ZERO);
      throw e;
    }
  }

  private void noteRefusal(Submission submission, String reason) {
    if (reason.contains(MINED_ALREADY)) {
      // As after a crash between sending and noting the block; the look that follows finds it.
      again(submission, tools.times().patience());
      return;
    }
    again(submission, refusals.next());
    tools.metrics().count(Outcome.REFUSED);
    trouble.report("Transaction " + submission.requestKey() + " is refused: " + reason);
  }

  private void again(Submission submission, Duration pause) {
    due.put(submission.requestKey(), tools.now().plus(pause));
  }
}
