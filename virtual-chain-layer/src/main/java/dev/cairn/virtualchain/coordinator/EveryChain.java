package dev.cairn.virtualchain.coordinator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.pact.CommandBuilder;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.pact.PublicMeta;
import dev.cairn.virtualchain.coordinator.ChainReport.Outcome;
import dev.cairn.virtualchain.executor.ChainwebNodes;
import dev.cairn.virtualchain.executor.NodeRejected;
import dev.cairn.virtualchain.executor.NodeUnavailable;
import dev.cairn.virtualchain.executor.PolledResult;
import dev.cairn.virtualchain.executor.Subscription;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Brings something about on every chain of a network: asks each chain whether it is so already,
 * sends a transaction where it is not, and waits until all of them are in blocks. Running it again
 * finishes what an earlier run left undone.
 */
final class EveryChain {

  /** Blocks may be up to 95 s older than a command (chainweb.md §7.2), clocks a little off. */
  static final Duration BACKDATE = Duration.ofSeconds(15);

  /** Without news of blocks, transactions are looked for this often. */
  private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

  /** What has to be so on a chain, and how it comes about. */
  interface Goal {
    /** Code that is run on the chain's state to see how things are. */
    String probe();

    /** Whether the probe's result says that nothing is left to do. */
    boolean isReached(CommandResult probed);

    String code();

    /** Data of the transaction, knowing what the probe said. */
    JsonNode data(CommandResult probed);
  }

  private final ChainwebNodes nodes;
  private final Payer payer;
  private final Clock clock;

  EveryChain(ChainwebNodes nodes, Payer payer, Clock clock) {
    this.nodes = nodes;
    this.payer = payer;
    this.clock = clock;
  }

  /** One report for each chain, in the order in which they were done. */
  List<ChainReport> reach(Goal goal, Consumer<ChainReport> progress) {
    List<ChainReport> reports = new ArrayList<>();
    Consumer<ChainReport> done =
        report -> {
          reports.add(report);
          progress.accept(report);
        };
    Semaphore news = new Semaphore(0);
    Subscription blocks = nodes.headUpdates(head -> news.release());
    try {
      awaitAll(goal, start(goal, done), news, done);
    } finally {
      blocks.close();
    }
    return reports;
  }

  private List<Sent> start(Goal goal, Consumer<ChainReport> done) {
    List<Sent> sent = new ArrayList<>();
    for (ChainId chain : nodes.info().chains().toList()) {
      CommandResult probed = probe(chain, goal);
      if (goal.isReached(probed)) {
        done.accept(new ChainReport(chain, Outcome.ALREADY, "nothing to do", Optional.empty()));
      } else {
        startOn(chain, goal, probed, done).ifPresent(sent::add);
      }
    }
    return sent;
  }

  private Optional<Sent> startOn(
      ChainId chain, Goal goal, CommandResult probed, Consumer<ChainReport> done) {
    PactCommand command = signed(chain, goal, probed);
    try {
      nodes.send(chain, command);
      Instant now = clock.instant();
      return Optional.of(new Sent(chain, command, now, now.plus(payer.timeToLive())));
    } catch (NodeRejected e) {
      done.accept(failed(chain, command, e.text()));
      return Optional.empty();
    }
  }

  private void awaitAll(Goal goal, List<Sent> sent, Semaphore news, Consumer<ChainReport> done) {
    List<Sent> open = new ArrayList<>(sent);
    Duration resendAfter = nodes.info().blockDelay().multipliedBy(2).plus(LOOK_EVERY);
    while (!open.isEmpty()) {
      open.removeIf(one -> conclude(one, goal, done));
      open.replaceAll(one -> resend(one, resendAfter));
      if (!open.isEmpty()) {
        awaitNews(news);
      }
    }
  }

  /** Reports the end of one transaction, if it has come. */
  private boolean conclude(Sent one, Goal goal, Consumer<ChainReport> done) {
    Optional<CommandResult> result = resultOf(one);
    if (result.isPresent() && result.get().success()) {
      String value = StrictJson.write(result.get().data());
      done.accept(
          new ChainReport(
              one.chain(), Outcome.DONE, value, Optional.of(one.command().requestKey())));
      return true;
    }
    if (result.isPresent() || clock.instant().isAfter(one.expires())) {
      done.accept(afterFailure(one, goal, result));
      return true;
    }
    return false;
  }

  /** Another run, or an earlier one, may have done it in the meantime. */
  private ChainReport afterFailure(Sent one, Goal goal, Optional<CommandResult> result) {
    if (goal.isReached(probe(one.chain(), goal))) {
      return new ChainReport(
          one.chain(), Outcome.ALREADY, "done by another transaction", Optional.empty());
    }
    String reason =
        result
            .map(failure -> failure.data().path("message").asText())
            .orElse("no block took it within " + payer.timeToLive());
    return failed(one.chain(), one.command(), reason);
  }

  private Optional<CommandResult> resultOf(Sent one) {
    try {
      var key = one.command().requestKey();
      PolledResult found = nodes.poll(one.chain(), List.of(key), 0).get(key);
      return Optional.ofNullable(found).map(PolledResult::result);
    } catch (NodeUnavailable e) {
      return Optional.empty();
    }
  }

  /** Nodes forget; the same bytes do no harm. */
  private Sent resend(Sent one, Duration after) {
    if (clock.instant().isBefore(one.sentAt().plus(after))) {
      return one;
    }
    try {
      nodes.send(one.chain(), one.command());
    } catch (NodeRejected | NodeUnavailable e) {
      // Refused when it is in a block by now, which the next look shows; or nobody answers.
      return one.again(clock.instant());
    }
    return one.again(clock.instant());
  }

  private CommandResult probe(ChainId chain, Goal goal) {
    return nodes.local(
        chain, CommandBuilder.exec(nodes.network(), goal.probe(), null, meta(chain)).sign());
  }

  private PactCommand signed(ChainId chain, Goal goal, CommandResult probed) {
    CommandBuilder builder =
        CommandBuilder.exec(nodes.network(), goal.code(), goal.data(probed), meta(chain))
            .nonce("cairn " + clock.instant());
    for (CommandSigner signer : payer.signers()) {
      builder.signer(signer);
    }
    return builder.sign();
  }

  private PublicMeta meta(ChainId chain) {
    return new PublicMeta(
        chain,
        payer.account(),
        payer.gasLimit(),
        payer.gasPrice(),
        payer.timeToLive(),
        clock.instant().minus(BACKDATE).truncatedTo(ChronoUnit.SECONDS));
  }

  private static ChainReport failed(ChainId chain, PactCommand command, String reason) {
    return new ChainReport(chain, Outcome.FAILED, reason, Optional.of(command.requestKey()));
  }

  private static void awaitNews(Semaphore news) {
    try {
      if (news.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NodeUnavailable("Interrupted while transactions waited for blocks.", e);
    }
  }

  /** A transaction that waits for its block. */
  private record Sent(ChainId chain, PactCommand command, Instant sentAt, Instant expires) {

    Sent again(Instant now) {
      return new Sent(chain, command, now, expires);
    }
  }
}
