package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.BlockReader;
import dev.cairn.ntm.store.ChainSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

/**
 * Reads and examines blocks on several threads and hands them on in the order in which they came.
 * Work goes out in runs of neighbours: to hand over single blocks would cost as much as to check
 * them. So many runs are under way that no thread waits, and no more. For one caller's thread.
 */
final class ExaminerPool implements AutoCloseable {

  /** Two milliseconds of work, or some seconds of waiting for a far server. */
  private static final int MAX_RUN_LENGTH = 128;

  private static final int RUNS_PER_THREAD = 3;

  /** How long a run may take before its reader is looked at: a hundred times as long as usual. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final ChainSource source;
  private final Supplier<BlockExaminer> examiners;
  private final ExecutorService threads;
  private final int maxUnderWay;
  private final int runLength;
  private final Deque<Future<List<ReadBlock>>> underWay = new ArrayDeque<>();

  /** All of them; there are never more than threads. */
  private final ConcurrentLinkedQueue<Worker> workers = new ConcurrentLinkedQueue<>();

  /** Those that are not in use at the moment. */
  private final ConcurrentLinkedQueue<Worker> idle = new ConcurrentLinkedQueue<>();

  /** A pool for so many blocks: few of them are shared out among all threads, too. */
  ExaminerPool(ChainSource source, Supplier<BlockExaminer> examiners, int threads, long blocks) {
    this.source = source;
    this.examiners = examiners;
    this.maxUnderWay = threads * RUNS_PER_THREAD;
    this.runLength = (int) Math.min(MAX_RUN_LENGTH, Math.max(1, blocks / maxUnderWay));
    this.threads = Executors.newFixedThreadPool(threads, ExaminerPool::newThread);
  }

  /** Who gets the examined blocks, on the caller's thread. */
  interface Receiver {
    void block(ReadBlock block);
  }

  private record Worker(BlockReader reader, BlockExaminer examiner) {}

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "ntm-examiner");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Examines all these blocks; when this returns, the receiver has got each of them.
   *
   * @param progress is told now and then how many it has got
   */
  void run(PrimitiveIterator.OfLong indexes, Receiver receiver, LongConsumer progress)
      throws IOException {
    long done = 0;
    while (indexes.hasNext() || !underWay.isEmpty()) {
      if (indexes.hasNext() && underWay.size() < maxUnderWay) {
        List<BlockIndex> run = nextRun(indexes);
        underWay.add(threads.submit(() -> examine(run)));
      } else {
        List<ReadBlock> examined = await(underWay.remove());
        examined.forEach(receiver::block);
        done += examined.size();
        progress.accept(done);
      }
    }
  }

  private List<BlockIndex> nextRun(PrimitiveIterator.OfLong indexes) {
    List<BlockIndex> run = new ArrayList<>(runLength);
    while (run.size() < runLength && indexes.hasNext()) {
      run.add(new BlockIndex(indexes.nextLong()));
    }
    return run;
  }

  private List<ReadBlock> examine(List<BlockIndex> run) throws IOException {
    Worker free = idle.poll();
    Worker worker = free == null ? newWorker() : free;
    try {
      List<ReadBlock> blocks = new ArrayList<>(run.size());
      for (BlockIndex index : run) {
        blocks.add(worker.examiner().examine(index, worker.reader().read(index)));
      }
      return blocks;
    } finally {
      idle.add(worker);
      if (threads.isShutdown()) {
        closeIdle();
      }
    }
  }

  private Worker newWorker() throws IOException {
    Worker worker = new Worker(source.newBulkReader(), examiners.get());
    workers.add(worker);
    return worker;
  }

  private List<ReadBlock> await(Future<List<ReadBlock>> run) throws IOException {
    while (true) {
      try {
        return result(run);
      } catch (TimeoutException slow) {
        for (Worker worker : workers) {
          worker.reader().checkProgress();
        }
      }
    }
  }

  private static List<ReadBlock> result(Future<List<ReadBlock>> run)
      throws IOException, TimeoutException {
    try {
      return run.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The verification was interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("A block could not be examined.", e);
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    closeIdle();
  }

  /** A worker that is still reading is closed when it is done. */
  private void closeIdle() throws IOException {
    for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
      worker.reader().close();
    }
  }
}
