package dev.cairn.gateway.commit;

import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.gateway.batch.OpenBatches;
import dev.cairn.gateway.store.GatewayStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. While a write and its fsync are under way, submissions gather; the
 * next write takes all of them (group commit). When a write fails, whoever waited is told, and the
 * writer starts again from the disk by the same method that starts it at first.
 *
 * <p>{@link #submit}, {@link #ready} and {@link #close} are for any thread.
 */
public final class Writer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  /** A disk that failed is asked again so often: soon enough for clients, rare enough for logs. */
  private static final Duration RETRY_PAUSE = Duration.ofMillis(250);

  private final GatewayStore store;
  private final ReceiptIssuer issuer;
  private final ToIntFunction<String> route;
  private final WriterSettings settings;
  private final Clock clock;
  private final RandomGenerator random;
  private final WriterMetrics metrics;
  private final WriterQueue queue;
  private final Thread thread = new Thread(this::run, "gateway-writer");

  /** The batches of the store as it is; replaced by every recovery. Writer's thread only. */
  private OpenBatches batches;

  /** What was last said about a failing store. Writer's thread only. */
  private String lastTrouble = "";

  /** Whether the store did what it should when last asked. Set by the writer's thread. */
  private volatile boolean healthy;

  private Writer(
      GatewayStore store,
      ReceiptIssuer issuer,
      ToIntFunction<String> route,
      WriterSettings settings,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    this.store = store;
    this.issuer = issuer;
    this.route = route;
    this.settings = settings;
    this.clock = clock;
    this.random = random;
    this.metrics = new WriterMetrics(meters);
    this.queue = new WriterQueue(settings.queueCapacity(), System::nanoTime);
    this.batches = noBatches();
    metrics.watch(queue);
  }

  /**
   * Opens the store and begins to write; nobody else touches the store until {@link #close} has
   * returned.
   *
   * @throws dev.cairn.gateway.store.StoreFailure when the disk does not do what it should
   * @throws dev.cairn.gateway.store.StoreUnusable when this program can't use what is there
   */
  public static Writer start(
      GatewayStore store,
      ReceiptIssuer issuer,
      ToIntFunction<String> route,
      WriterSettings settings,
      Clock clock,
      RandomGenerator random,
      MeterRegistry meters) {
    Writer writer = new Writer(store, issuer, route, settings, clock, random, meters);
    writer.recover();
    writer.thread.start();
    return writer;
  }

  /**
   * Hands over a submission; its answer comes later, on the writer's thread.
   *
   * @throws Unavailable when it is refused at once; nothing was stored
   */
  public void submit(Submission submission) {
    if (!healthy && !queue.isClosed()) {
      throw new Unavailable(Unavailable.Kind.NOT_TRIED, "The store is failing at the moment.");
    }
    queue.put(submission);
  }

  /** Whether the next submission has a good chance. */
  public boolean ready() {
    return healthy && !queue.isClosed();
  }

  /** Waits until everything that was submitted is durable and every batch is closed. */
  @Override
  public void close() {
    queue.close();
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      writeUntilClosed();
    } finally {
      // Reached by an orderly end, or by an error that nobody can repair, such as no memory: then
      // clients are refused, and the next start takes up what is on disk.
      healthy = false;
      queue.close();
      queue.refuseWaiting();
    }
  }

  private void writeUntilClosed() {
    while (!queue.isDrained()) {
      if (healthy) {
        write(queue.take(waitMillis()));
      } else {
        restart();
      }
    }
    if (healthy) {
      batches.completeAll();
      write(List.of());
    }
    // A crash or a failure before this line leaves open batches; the next start takes them up.
  }

  /** Until the next batch comes due, but never longer than a batch may live. */
  private long waitMillis() {
    long maxAge = settings.batch().maxAge().toMillis();
    OptionalLong due = batches.nextDueMillis();
    return due.isPresent()
        ? Math.min(maxAge, Math.max(0, due.getAsLong() - clock.millis()))
        : Long.MAX_VALUE;
  }

  private void write(List<Submission> group) {
    Timer.Sample started = metrics.start();
    try {
      GroupCommit commit = new GroupCommit(store, batches, issuer, route, settings, clock.millis());
      List<List<Verdict>> verdicts = commit.commit(group);
      metrics.committed(started, verdicts);
      for (int i = 0; i < group.size(); i++) {
        group.get(i).answer().complete(verdicts.get(i));
      }
    } catch (RuntimeException e) {
      fail(group, e);
    }
  }

  /** Whatever failed: memory may be ahead of the disk now, so both are given up for the disk. */
  private void fail(List<Submission> group, RuntimeException cause) {
    healthy = false;
    metrics.failed();
    LOG.error("A write of {} requests failed; starting again from the disk", group.size(), cause);
    Unavailable answer =
        new Unavailable(
            Unavailable.Kind.UNKNOWN,
            "The write failed. It may have been done all the same: send the same events again.");
    group.forEach(submission -> submission.answer().completeExceptionally(answer));
  }

  private void restart() {
    try {
      recover();
      LOG.info("The store works again");
      lastTrouble = "";
    } catch (RuntimeException e) {
      announce(e);
      queue.refuseFor(RETRY_PAUSE);
    }
  }

  // Once per trouble, not once per try.
  private void announce(RuntimeException trouble) {
    String message = String.valueOf(trouble.getMessage());
    if (!message.equals(lastTrouble)) {
      LOG.warn("The store still fails: {}", message);
      lastTrouble = message;
    }
  }

  /** The start, at first and after every failure: what the disk holds is what there is. */
  private void recover() {
    store.reopen();
    batches = noBatches();
    store.openBatches(settings.batch()).forEach(batches::restore);
    healthy = true;
  }

  private OpenBatches noBatches() {
    return new OpenBatches(settings.batch(), settings.anchorWithin(), random);
  }
}
