package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.store.ChainDirectory;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.VerificationReport;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The verdict of the newest verification, made anew when the chain moved. For any thread. */
public final class ChainWatch {

  /** A day of blocks every ten minutes: what a chart shows. */
  public static final int RECENT_BLOCKS = 144;

  /** A chain at rest is looked at all the same; {@link WholeChain} then reads all of it. */
  static final Duration FULL_RUN_EVERY = WholeChain.WHOLE_RUN_EVERY;

  /** Blocks from the future become good when their time comes. */
  static final Duration FUTURE_RUN_EVERY = Duration.ofMinutes(1);

  private final ChainDirectory directory;
  private final Examination examination;
  private final Clock clock;
  private final Executor runner;

  /** The last run that ended well; guarded by this. */
  private @Nullable Run latest;

  /** The run under way, at most one; guarded by this. */
  private @Nullable CompletableFuture<Run> underWay;

  /**
   * A watch over one chain.
   *
   * @param runner runs verifications, off the threads that ask
   */
  public ChainWatch(
      ChainDirectory directory, Examination examination, Clock clock, Executor runner) {
    this.directory = directory;
    this.examination = examination;
    this.clock = clock;
    this.runner = runner;
  }

  private record Run(HeadMark mark, VerificationReport report, List<RecentBlock> recent) {

    boolean isGood(HeadMark now, Timestamp time) {
      Duration age = time.since(report.checkedAt());
      return mark.equals(now) && !age.isNegative() && age.compareTo(lifetime()) < 0;
    }

    private Duration lifetime() {
      boolean future =
          report.failures().stream().anyMatch(f -> f.check() == Check.TIMESTAMP_FUTURE);
      return future ? FUTURE_RUN_EVERY : FULL_RUN_EVERY;
    }
  }

  /**
   * The verdict as of now. It is there at once unless the chain moved; then all who ask wait for
   * the same run. The future fails if the verification can't run; nothing of that is kept.
   */
  public CompletableFuture<ChainView> current() throws IOException {
    HeadMark mark = HeadMark.of(directory, examination.inputs());
    return run(mark).thenApply(this::view);
  }

  private synchronized CompletableFuture<Run> run(HeadMark mark) {
    if (underWay != null) {
      return underWay;
    }
    if (latest != null && latest.isGood(mark, now())) {
      return CompletableFuture.completedFuture(latest);
    }
    CompletableFuture<Run> started = new CompletableFuture<>();
    underWay = started;
    runner.execute(() -> complete(started, mark));
    return started;
  }

  private void complete(CompletableFuture<Run> started, HeadMark mark) {
    try {
      VerificationReport report = examination.run(now());
      Run run = new Run(mark, report, recent());
      end(run);
      started.complete(run);
    } catch (IOException | RuntimeException failed) {
      end(null);
      started.completeExceptionally(failed);
    }
  }

  private synchronized void end(@Nullable Run run) {
    underWay = null;
    latest = run == null ? latest : run;
  }

  private List<RecentBlock> recent() throws IOException {
    Deque<BlockIndex> newest = new ArrayDeque<>();
    PrimitiveIterator.OfLong all = directory.list().from(BlockIndex.FIRST).iterator();
    while (all.hasNext()) {
      newest.add(new BlockIndex(all.nextLong()));
      if (newest.size() > RECENT_BLOCKS) {
        newest.remove();
      }
    }
    List<RecentBlock> blocks = new ArrayList<>();
    for (BlockIndex index : newest) {
      blocks.add(RecentBlock.read(directory, index));
    }
    return blocks;
  }

  private ChainView view(Run run) {
    Timestamp now = now();
    ChainView view = new ChainView(now, run.report(), run.recent());
    if (examination.maxAge().isZero()) {
      return view;
    }
    Optional<Timestamp> stale =
        view.sealedAt().filter(time -> now.isAfter(time, examination.maxAge()));
    return new ChainView(now, run.report().withAge(stale, now), run.recent());
  }

  private Timestamp now() {
    return Timestamp.of(clock.instant());
  }
}
