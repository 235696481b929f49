package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.BlockFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Examines blocks on several threads and hands them on in the order in which they came. So many are
 * under way that no thread waits, and no more. For one caller's thread.
 */
final class ExaminerPool implements AutoCloseable {

  /** At 1.2 KB a block this is little; with blocks of the greatest size it is 8 MB a thread. */
  private static final int UNDER_WAY_PER_THREAD = 32;

  private final BlockExaminer examiner;
  private final Receiver receiver;
  private final int maxUnderWay;
  private final ExecutorService threads;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  ExaminerPool(BlockExaminer examiner, int threads, Receiver receiver) {
    this.examiner = examiner;
    this.receiver = receiver;
    this.maxUnderWay = threads * UNDER_WAY_PER_THREAD;
    this.threads = Executors.newFixedThreadPool(threads, ExaminerPool::newThread);
  }

  /** Who gets the examined blocks, on the caller's thread. */
  interface Receiver {
    void block(BlockIndex index, BlockHash hash, ExaminedBlock block);
  }

  private record UnderWay(BlockIndex index, BlockHash hash, Future<ExaminedBlock> block) {}

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "ntm-examiner");
    thread.setDaemon(true);
    return thread;
  }

  void submit(BlockIndex index, BlockFile file) throws IOException {
    if (underWay.size() == maxUnderWay) {
      handOn(underWay.remove());
    }
    underWay.add(
        new UnderWay(
            index, file.hash(), threads.submit(() -> examiner.examine(index, file.bytes()))));
  }

  /** Hands on all that are still under way. */
  void finish() throws IOException {
    while (!underWay.isEmpty()) {
      handOn(underWay.remove());
    }
  }

  private void handOn(UnderWay done) throws IOException {
    try {
      receiver.block(done.index(), done.hash(), done.block().get());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The verification was interrupted.");
    } catch (ExecutionException e) {
      throw new IllegalStateException("Block " + done.index() + " could not be examined.", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
