package dev.cairn.gateway.ingest;

import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventRejection;
import dev.cairn.evidence.event.EventVerifier;
import dev.cairn.gateway.commit.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Checks structure and signature of events on the workers. A large request is cut into shares that
 * several workers take from one counter, so it neither waits for a pool slot per share nor starves
 * smaller requests.
 */
final class EventChecks {

  /** About a millisecond of signature checks: more than handing a share over costs. */
  private static final int SHARE = 32;

  private final EventParser parser;
  private final EventVerifier verifier;
  private final Executor workers;
  private final int parallelism;

  EventChecks(EventParser parser, EventVerifier verifier, Executor workers, int parallelism) {
    this.parser = parser;
    this.verifier = verifier;
    this.workers = workers;
    this.parallelism = parallelism;
  }

  /**
   * Checks the events; to be called on a worker, which takes part in the work.
   *
   * @param firstIndex of the first event in its request
   */
  CompletableFuture<CheckedEvents> check(List<RawEvent> events, int firstIndex) {
    Work work = new Work(events, firstIndex);
    int helpers = Math.min(parallelism, (events.size() + SHARE - 1) / SHARE) - 1;
    for (int i = 0; i < helpers; i++) {
      workers.execute(work);
    }
    work.run();
    return work.done;
  }

  /** A {@link Candidate} or a {@link Rejection}. */
  private Object check(RawEvent raw, int index) {
    try {
      if (raw.tooLong()) {
        throw new EventRejected(
            EventRejection.EVENT_TOO_LARGE, "The line is longer than a line may be.");
      }
      Event event = parser.parse(raw.bytes());
      verifier.verify(event);
      return new Candidate(index, event);
    } catch (EventRejected e) {
      return new Rejection(index, GatewayProblems.of(e.reason()), e.detail());
    }
  }

  /** The events of one request, shared by the workers that run it. */
  private final class Work implements Runnable {
    private final List<RawEvent> events;
    private final int firstIndex;
    private final AtomicReferenceArray<Object> results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final CompletableFuture<CheckedEvents> done = new CompletableFuture<>();

    Work(List<RawEvent> events, int firstIndex) {
      this.events = events;
      this.firstIndex = firstIndex;
      this.results = new AtomicReferenceArray<>(events.size());
      this.left = new AtomicInteger(events.size());
    }

    @Override
    public void run() {
      try {
        int start = next.getAndAdd(SHARE);
        while (start < events.size()) {
          checkShare(start, Math.min(start + SHARE, events.size()));
          start = next.getAndAdd(SHARE);
        }
      } catch (RuntimeException e) {
        done.completeExceptionally(e);
      }
    }

    private void checkShare(int start, int end) {
      for (int i = start; i < end; i++) {
        results.set(i, check(events.get(i), firstIndex + i));
      }
      if (left.addAndGet(start - end) == 0) {
        done.complete(sorted());
      }
    }

    private CheckedEvents sorted() {
      List<Candidate> candidates = new ArrayList<>(events.size());
      List<Rejection> rejected = new ArrayList<>();
      for (int i = 0; i < events.size(); i++) {
        if (results.get(i) instanceof Candidate candidate) {
          candidates.add(candidate);
        } else {
          rejected.add((Rejection) results.get(i));
        }
      }
      return new CheckedEvents(candidates, rejected);
    }
  }
}
