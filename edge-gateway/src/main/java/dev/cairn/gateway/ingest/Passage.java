package dev.cairn.gateway.ingest;

import dev.cairn.gateway.access.Charge;
import dev.cairn.gateway.access.Submitter;
import dev.cairn.gateway.commit.Submission;
import dev.cairn.gateway.commit.Unavailable;
import dev.cairn.gateway.commit.Verdict;
import dev.cairn.gateway.commit.Verdict.Accepted;
import dev.cairn.gateway.commit.Writer;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One group of events on its way from the door to the disk and back. */
final class Passage implements Runnable {

  private final Submitter submitter;
  private final Supplier<Group> group;
  private final EventChecks checks;
  private final Writer writer;
  private final IntakeMetrics metrics;
  private final HomeWay home;
  private final Consumer<Reply> onReply;
  private final Consumer<Throwable> onFailure;
  private final Timer.Sample started;

  /** Whether the end was reached; a check that fails in two threads ends only once. */
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Set before any event is checked. */
  private Charge charge = Charge.NONE;

  Passage(
      Submitter submitter,
      Supplier<Group> group,
      EventChecks checks,
      Writer writer,
      IntakeMetrics metrics,
      HomeWay home,
      Consumer<Reply> onReply,
      Consumer<Throwable> onFailure) {
    this.submitter = submitter;
    this.group = group;
    this.checks = checks;
    this.writer = writer;
    this.metrics = metrics;
    this.home = home;
    this.onReply = onReply;
    this.onFailure = onFailure;
    this.started = metrics.start();
  }

  @Override
  public void run() {
    try {
      Group events = group.get();
      charge = submitter.charge(events.events().size(), events.bytes());
      checks.check(submitter, events, checked -> commit(events, checked), this::fail);
    } catch (RuntimeException e) {
      fail(e);
    }
  }

  private void commit(Group events, CheckedEvents checked) {
    metrics.rejected(checked.rejected());
    if (checked.candidates().isEmpty()) {
      home.run(() -> answer(checked, List.of()));
      return;
    }
    RequestOptions options = events.options();
    Submission submission =
        new Submission(
            submitter.tenant(), options.taskKey(), options.hints(), checked.candidates());
    var unused =
        submission
            .answer()
            .whenComplete(
                (verdicts, failure) -> home.run(() -> answer(checked, verdicts, failure)));
    writer.submit(submission);
  }

  private void answer(
      CheckedEvents checked, @Nullable List<Verdict> verdicts, @Nullable Throwable failure) {
    if (verdicts == null) {
      fail(failure);
    } else {
      answer(checked, verdicts);
    }
  }

  private void answer(CheckedEvents checked, List<Verdict> verdicts) {
    ended.set(true);
    settle(checked, verdicts);
    metrics.answered(started);
    onReply.accept(Reply.of(BatchResult.of(checked, verdicts)));
  }

  /** The verdicts are in the order of the candidates. */
  private void settle(CheckedEvents checked, List<Verdict> verdicts) {
    int events = 0;
    long bytes = 0;
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Accepted event && !event.repeated()) {
        events++;
        bytes += checked.candidates().get(i).event().size();
      }
    }
    charge.settle(events, bytes);
  }

  void fail(@Nullable Throwable cause) {
    if (ended.compareAndSet(false, true)) {
      Throwable failure = problemOrFault(cause);
      if (failure instanceof Problem problem) {
        metrics.refused(problem.type());
      }
      home.run(
          () -> {
            charge.settle(0, 0);
            onFailure.accept(failure);
          });
    }
  }

  private static Throwable problemOrFault(@Nullable Throwable cause) {
    if (cause instanceof Unavailable unavailable) {
      return problem(unavailable);
    }
    if (cause instanceof RejectedExecutionException) {
      return problem(new Unavailable(Unavailable.Kind.NOT_TRIED, "The gateway is closed."));
    }
    return cause == null ? new IllegalStateException("A group has no answer.") : cause;
  }

  private static Problem problem(Unavailable unavailable) {
    ProblemType type =
        unavailable.kind() == Unavailable.Kind.OVERLOADED
            ? GatewayProblems.OVERLOADED
            : ProblemType.UNAVAILABLE;
    return type.because(unavailable.getMessage()).retryAfter(GatewayProblems.RETRY_AFTER_SECONDS);
  }
}
