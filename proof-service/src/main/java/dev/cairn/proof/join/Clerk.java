package dev.cairn.proof.join;

import dev.cairn.handover.AnchorEntry;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.Journal;
import dev.cairn.handover.JournalUnavailableException;
import dev.cairn.proof.store.ProofStore;
import dev.cairn.proof.store.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes to the store. It sleeps until a journal grows or a proof is handed in,
 * applies entries one by one in journal order, and tells the news after each commit.
 */
public final class Clerk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);

  /** Entries read at once: a closed batch can hold a megabyte, so few. */
  private static final int PAGE = 16;

  /** Pause after a journal could not be read; it says itself that it may be later. */
  private static final long UNAVAILABLE_PAUSE_MILLIS = 200;

  private final Journal<BatchEntry> batches;
  private final Journal<AnchorEntry> anchors;
  private final Joiner joiner;
  private final News.Reader reader;
  private final Progress batchProgress;
  private final Progress anchorProgress;
  private final Queue<ProvedAnchor> proofs = new ConcurrentLinkedQueue<>();

  /** Has a permit when there may be something to do. */
  private final Semaphore signal = new Semaphore(1);

  /** Made by start(), ended by close(). */
  private final List<Journal.Subscription> subscriptions = new ArrayList<>();

  private final Thread thread = new Thread(this::run, "proof-clerk");
  private volatile boolean closing;
  private volatile @Nullable Throwable failure;

  /** A clerk that has not started; it goes on from the positions in the store. */
  public Clerk(
      Journal<BatchEntry> batches,
      Journal<AnchorEntry> anchors,
      ProofStore store,
      News.Reader reader) {
    this.batches = batches;
    this.anchors = anchors;
    this.joiner = new Joiner(store, store::commit);
    this.reader = reader;
    this.batchProgress = new Progress(store.position(Source.BATCHES));
    this.anchorProgress = new Progress(store.position(Source.ANCHORS));
  }

  public void start() {
    subscriptions.add(batches.onAppend(signal::release));
    subscriptions.add(anchors.onAppend(signal::release));
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes a proof; returns at once, the news tells when it is stored. Any thread. */
  public void handIn(ProvedAnchor proved) {
    proofs.add(proved);
    signal.release();
  }

  public Progress batchProgress() {
    return batchProgress;
  }

  public Progress anchorProgress() {
    return anchorProgress;
  }

  /** Why the clerk stopped by itself; then only a restart goes on, from the stored positions. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    try {
      while (!closing) {
        signal.acquire();
        signal.drainPermits();
        applyAll();
      }
    } catch (InterruptedException e) {
      failure = e;
      LOG.error("The proof service's clerk was interrupted, which nobody should do", e);
    } catch (RuntimeException | Error e) {
      failure = e;
      LOG.error("The proof service has stopped following its journals; restart it", e);
    }
  }

  private void applyAll() throws InterruptedException {
    boolean worked = true;
    while (worked && !closing) {
      try {
        worked = apply(batches, batchProgress, joiner::batch);
        worked |= apply(anchors, anchorProgress, joiner::anchor);
        worked |= applyProofs();
      } catch (JournalUnavailableException e) {
        LOG.warn("A journal can't be read now: {}", e.getMessage());
        TimeUnit.MILLISECONDS.sleep(UNAVAILABLE_PAUSE_MILLIS);
      }
    }
  }

  private <E> boolean apply(
      Journal<E> journal, Progress progress, Function<Journal.Entry<E>, List<News>> rule) {
    List<Journal.Entry<E>> page = journal.read(progress.applied(), PAGE);
    for (Journal.Entry<E> entry : page) {
      rule.apply(entry).forEach(reader::read);
      // Last, so that who has caught up finds the caches as the entry leaves them.
      progress.advance(entry.position());
    }
    return !page.isEmpty();
  }

  private boolean applyProofs() {
    boolean worked = false;
    for (ProvedAnchor next = proofs.poll(); next != null; next = proofs.poll()) {
      joiner.proof(next).forEach(reader::read);
      worked = true;
    }
    return worked;
  }

  /** Ends after the page in hand; returns when the thread has ended. */
  @Override
  public void close() {
    closing = true;
    subscriptions.forEach(Journal.Subscription::close);
    signal.release();
    try {
      thread.join();
    } catch (InterruptedException e) {
      // The store refuses calls once it is closed, so a thread that still runs does no harm.
      Thread.currentThread().interrupt();
    }
  }
}
