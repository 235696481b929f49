package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.ChainSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Reads and examines blocks on several threads and hands them on in the order in which they came.
 * So many are under way that no thread waits, and no more. For one caller's thread.
 */
final class ExaminerPool implements AutoCloseable {

  /** At 1.2 KB a block this is little; with blocks of the greatest size it is 8 MB a thread. */
  private static final int UNDER_WAY_PER_THREAD = 32;

  private final ChainSource source;
  private final BlockExaminer examiner;
  private final Receiver receiver;
  private final int maxUnderWay;
  private final ExecutorService threads;
  private final Deque<UnderWay> underWay = new ArrayDeque<>();

  ExaminerPool(ChainSource source, BlockExaminer examiner, int threads, Receiver receiver) {
    this.source = source;
    this.examiner = examiner;
    this.receiver = receiver;
    this.maxUnderWay = threads * UNDER_WAY_PER_THREAD;
    this.threads = Executors.newFixedThreadPool(threads, ExaminerPool::newThread);
  }

  /** Who gets the examined blocks, on the caller's thread. */
  interface Receiver {
    void block(BlockIndex index, BlockHash hash, ExaminedBlock block);
  }

  private record UnderWay(BlockIndex index, Future<HashedBlock> block) {}

  private record HashedBlock(BlockHash hash, ExaminedBlock block) {}

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "ntm-examiner");
    thread.setDaemon(true);
    return thread;
  }

  void submit(BlockIndex index) throws IOException {
    if (underWay.size() == maxUnderWay) {
      handOn(underWay.remove());
    }
    underWay.add(new UnderWay(index, threads.submit(() -> readAndExamine(index))));
  }

  private HashedBlock readAndExamine(BlockIndex index) throws IOException {
    BlockFile file = source.read(index);
    return new HashedBlock(file.hash(), examiner.examine(index, file.bytes()));
  }

  /** Hands on all that are still under way. */
  void finish() throws IOException {
    while (!underWay.isEmpty()) {
      handOn(underWay.remove());
    }
  }

  private void handOn(UnderWay done) throws IOException {
    try {
      HashedBlock read = done.block().get();
      receiver.block(done.index(), read.hash(), read.block());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The verification was interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException("Block " + done.index() + " could not be examined.", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
