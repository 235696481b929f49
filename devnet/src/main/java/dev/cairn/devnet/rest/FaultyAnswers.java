package dev.cairn.devnet.rest;

import dev.cairn.devnet.fault.Fault;
import dev.cairn.devnet.fault.FaultRule;
import dev.cairn.devnet.fault.FaultRule.When;
import dev.cairn.devnet.fault.FaultRules;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the answers of endpoints go wrong where somebody has asked for that. */
final class FaultyAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(FaultyAnswers.class);

  private final FaultRules rules;
  private final Executor workers;
  private final RememberedAnswers remembered = new RememberedAnswers();

  FaultyAnswers(FaultRules rules, Executor workers) {
    this.rules = rules;
    this.workers = workers;
  }

  /**
   * The answer to a request.
   *
   * @param path of the request
   * @param call what was asked
   * @param good does what was asked
   */
  Answer answer(String path, Call call, Supplier<Answer> good) {
    Optional<FaultRule> met = rules.meet(path);
    return met.isEmpty() ? good.get() : spoil(met.get(), path + " " + call.key(), good);
  }

  private Answer spoil(FaultRule rule, String request, Supplier<Answer> good) {
    Fault fault = rule.fault();
    if (fault instanceof Fault.Delay delay) {
      return later(rule, delay, good);
    }
    if (fault instanceof Fault.Drop) {
      return instead(rule, good, new Answer.Dropped());
    }
    if (fault instanceof Fault.Status status) {
      return instead(rule, good, answer(status));
    }
    if (fault instanceof Fault.Corrupt) {
      return change(good.get(), CorruptAnswer::of);
    }
    if (fault instanceof Fault.Stale) {
      return change(good.get(), answer -> remembered.first(rule.id(), request, answer));
    }
    return change(good.get(), answer -> remembered.other(rule.id(), request, answer));
  }

  // What was done before nobody hears of is done.
  private static Answer instead(FaultRule rule, Supplier<Answer> good, Answer bad) {
    if (rule.when() == When.AFTER) {
      LOG.debug("Nobody hears of {}.", good.get());
    }
    return bad;
  }

  private static Answer answer(Fault.Status status) {
    byte[] text = status.text().getBytes(StandardCharsets.UTF_8);
    Answer.Complete answer =
        new Answer.Complete(status.code(), Representation.TEXT.contentType(), text);
    return status.retryAfter().isPresent()
        ? new Answer.RetryAfter(answer, status.retryAfter().getAsInt())
        : answer;
  }

  private Answer later(FaultRule rule, Fault.Delay delay, Supplier<Answer> good) {
    Supplier<Answer> work = good;
    if (rule.when() == When.AFTER) {
      Answer done = good.get();
      work = () -> done;
    }
    Executor timer =
        CompletableFuture.delayedExecutor(delay.by().toMillis(), TimeUnit.MILLISECONDS, workers);
    return new Answer.Deferred(CompletableFuture.supplyAsync(work, timer));
  }

  // A stream has no whole answer that could be changed.
  private static Answer change(Answer answer, UnaryOperator<Answer.Complete> how) {
    if (answer instanceof Answer.Complete complete) {
      return how.apply(complete);
    }
    if (answer instanceof Answer.Later later) {
      return new Answer.Later(later.eventually().thenApply(how));
    }
    return answer;
  }
}
