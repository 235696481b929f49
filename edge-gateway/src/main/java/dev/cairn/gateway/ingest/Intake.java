package dev.cairn.gateway.ingest;

import dev.cairn.gateway.access.Submitter;
import dev.cairn.gateway.commit.Writer;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The way of events through this room: checked, committed by the writer, answered on the event loop
 * that they came from. Few events are checked on that loop: handing them over and back would cost
 * as much as checking them. Many are checked on the workers, so that no loop is held up.
 */
final class Intake {

  /**
   * Up to so many bytes hold eight events or so: a quarter of a millisecond of signature checks.
   */
  static final int FEW_BYTES = 4096;

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

  /**
   * Accepts the events of a group. To be called on the event loop; one of the two is called there,
   * with a reply, which is durable, or with a {@link dev.cairn.http.Problem} or a fault of ours.
   *
   * @param bytes of the group as received
   * @param group made where the events are checked; may throw a problem
   */
  void accept(
      Submitter submitter,
      int bytes,
      Supplier<Group> group,
      HomeWay home,
      Consumer<Reply> onReply,
      Consumer<Throwable> onFailure) {
    Passage passage =
        new Passage(submitter, group, checks, writer, metrics, home, onReply, onFailure);
    if (bytes <= FEW_BYTES) {
      passage.run();
      return;
    }
    try {
      workers.execute(passage);
    } catch (RejectedExecutionException closed) {
      passage.fail(closed);
    }
  }
}
