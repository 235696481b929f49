package dev.cairn.gateway.ingest;

import dev.cairn.gateway.commit.Submission;
import dev.cairn.gateway.commit.Unavailable;
import dev.cairn.gateway.commit.Writer;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The way of events through this room: checked on the workers, committed by the writer. */
final class Intake {

  /** All events belong to this tenant; keys of customers will tell tenants apart. */
  static final String TENANT = "default";

  private final EventChecks checks;
  private final Writer writer;
  private final Executor workers;

  Intake(EventChecks checks, Writer writer, Executor workers) {
    this.checks = checks;
    this.writer = writer;
    this.workers = workers;
  }

  /** The parts of a request that are to be accepted together. */
  record Group(List<RawEvent> events, int firstIndex, RequestOptions options) {}

  /**
   * Accepts the events of a group, which is made on a worker as well. One of the two is called, on
   * a worker: with a reply, which is durable, or with a {@link Problem} or a fault of ours.
   */
  void accept(Supplier<Group> group, Consumer<Reply> onReply, Consumer<Throwable> onFailure) {
    var unused =
        CompletableFuture.supplyAsync(group, workers)
            .thenCompose(this::accept)
            .thenApplyAsync(Reply::of, workers)
            .whenComplete(
                (reply, failure) -> {
                  if (failure == null) {
                    onReply.accept(reply);
                  } else {
                    onFailure.accept(problemOrFault(failure));
                  }
                });
  }

  private CompletableFuture<BatchResult> accept(Group group) {
    return checks
        .check(group.events(), group.firstIndex())
        .thenCompose(checked -> commit(checked, group.options()));
  }

  private CompletableFuture<BatchResult> commit(CheckedEvents checked, RequestOptions options) {
    if (checked.candidates().isEmpty()) {
      return CompletableFuture.completedFuture(BatchResult.of(checked, List.of()));
    }
    Submission submission =
        new Submission(TENANT, options.taskKey(), options.hints(), checked.candidates());
    writer.submit(submission);
    return submission.answer().thenApply(verdicts -> BatchResult.of(checked, verdicts));
  }

  private static Throwable problemOrFault(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof Unavailable unavailable ? problem(unavailable) : cause;
  }

  private static Problem problem(Unavailable unavailable) {
    ProblemType type =
        unavailable.kind() == Unavailable.Kind.OVERLOADED
            ? GatewayProblems.OVERLOADED
            : ProblemType.UNAVAILABLE;
    return type.because(unavailable.getMessage()).retryAfter(GatewayProblems.RETRY_AFTER_SECONDS);
  }
}
