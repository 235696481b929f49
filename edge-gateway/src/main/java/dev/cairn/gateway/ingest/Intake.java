package dev.cairn.gateway.ingest;

import dev.cairn.gateway.commit.Submission;
import dev.cairn.gateway.commit.Unavailable;
import dev.cairn.gateway.commit.Writer;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The way of events through this room: checked on the workers, committed by the writer. */
final class Intake {

  /** All events belong to this tenant; keys of customers will tell tenants apart. */
  static final String TENANT = "default";

  private final EventChecks checks;
  private final Writer writer;
  private final Executor workers;
  private final IntakeMetrics metrics;

  Intake(EventChecks checks, Writer writer, Executor workers, IntakeMetrics metrics) {
    this.checks = checks;
    this.writer = writer;
    this.workers = workers;
    this.metrics = metrics;
  }

  /** The parts of a request that are to be accepted together. */
  record Group(List<RawEvent> events, int firstIndex, RequestOptions options) {}

  /**
   * Accepts the events of a group, which is made on a worker as well. One of the two is called, on
   * a worker: with a reply, which is durable, or with a {@link Problem} or a fault of ours.
   */
  void accept(Supplier<Group> group, Consumer<Reply> onReply, Consumer<Throwable> onFailure) {
    Timer.Sample started = metrics.start();
    try {
      var unused =
          CompletableFuture.supplyAsync(group, workers)
              .thenCompose(this::accept)
              .thenApply(Reply::of)
              .whenComplete(
                  (reply, failure) -> answer(reply, failure, started, onReply, onFailure));
    } catch (RejectedExecutionException e) {
      onFailure.accept(problemOrFault(e));
    }
  }

  private void answer(
      @Nullable Reply reply,
      @Nullable Throwable failure,
      Timer.Sample started,
      Consumer<Reply> onReply,
      Consumer<Throwable> onFailure) {
    if (reply == null) {
      onFailure.accept(problemOrFault(failure));
    } else {
      metrics.answered(started);
      onReply.accept(reply);
    }
  }

  private CompletableFuture<BatchResult> accept(Group group) {
    return checks
        .check(group.events(), group.firstIndex())
        .thenCompose(checked -> commit(checked, group.options()));
  }

  private CompletableFuture<BatchResult> commit(CheckedEvents checked, RequestOptions options) {
    metrics.rejected(checked.rejected().size());
    if (checked.candidates().isEmpty()) {
      return CompletableFuture.completedFuture(BatchResult.of(checked, List.of()));
    }
    Submission submission =
        new Submission(TENANT, options.taskKey(), options.hints(), checked.candidates());
    writer.submit(submission);
    // Back from the writer's thread at once: it has other things to do than to write JSON.
    return submission
        .answer()
        .thenApplyAsync(verdicts -> BatchResult.of(checked, verdicts), workers);
  }

  private static Throwable problemOrFault(@Nullable Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Unavailable unavailable) {
      return problem(unavailable);
    }
    return cause instanceof RejectedExecutionException
        ? problem(new Unavailable(Unavailable.Kind.NOT_TRIED, "The gateway is closed."))
        : Objects.requireNonNull(cause);
  }

  private static Problem problem(Unavailable unavailable) {
    ProblemType type =
        unavailable.kind() == Unavailable.Kind.OVERLOADED
            ? GatewayProblems.OVERLOADED
            : ProblemType.UNAVAILABLE;
    return type.because(unavailable.getMessage()).retryAfter(GatewayProblems.RETRY_AFTER_SECONDS);
  }
}
