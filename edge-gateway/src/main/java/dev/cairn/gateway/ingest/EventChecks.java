package dev.cairn.gateway.ingest;

import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventRejected;
import dev.cairn.evidence.event.EventRejection;
import dev.cairn.evidence.event.EventVerifier;
import dev.cairn.gateway.access.Refused;
import dev.cairn.gateway.access.SignerKey;
import dev.cairn.gateway.access.Submitter;
import dev.cairn.gateway.commit.Candidate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Checks structure, key and signature of events. A large request is cut into shares that several
 * workers take from one counter, so it neither waits for a pool slot per share nor starves smaller
 * requests.
 */
final class EventChecks {

  /** About a millisecond of signature checks: more than handing a share over costs. */
  private static final int SHARE = 32;

  private final EventParser parser;
  private final EventVerifier verifier;
  private final Executor workers;
  private final int parallelism;
  private final Clock clock;

  EventChecks(
      EventParser parser, EventVerifier verifier, Executor workers, int parallelism, Clock clock) {
    this.parser = parser;
    this.verifier = verifier;
    this.workers = workers;
    this.parallelism = parallelism;
    this.clock = clock;
  }

  /** What was found out about the events of a group. */
  interface Done extends Consumer<CheckedEvents> {}

  /**
   * Checks the events of a group; the caller's thread takes part in the work.
   *
   * @param done called once, by the thread that checked the last event
   * @param broken called instead, perhaps more than once, when a check itself fails
   */
  void check(Submitter submitter, Group group, Done done, Consumer<RuntimeException> broken) {
    Work work = new Work(submitter, group, done, broken);
    int helpers = Math.min(parallelism, (group.events().size() + SHARE - 1) / SHARE) - 1;
    for (int i = 0; i < helpers; i++) {
      workers.execute(work);
    }
    work.run();
  }

  /** A {@link Candidate} or a {@link Rejection}. */
  private Object check(Submitter submitter, RawEvent raw, int index, long nowMillis) {
    try {
      if (raw.tooLong()) {
        throw new EventRejected(
            EventRejection.EVENT_TOO_LARGE, "The line is longer than a line may be.");
      }
      Event event = parser.parse(raw.bytes(), raw.from(), raw.to());
      SignerKey key = submitter.keyOf(event.header(), nowMillis);
      verifier.verify(event, key.key());
      submitter.meter(event.header());
      return new Candidate(index, event, key.device());
    } catch (EventRejected e) {
      return new Rejection(index, GatewayProblems.of(e.reason()), e.detail());
    } catch (Refused e) {
      return new Rejection(index, e.type(), e.detail());
    }
  }

  /** The events of one group, shared by the threads that run it. */
  private final class Work implements Runnable {
    private final Submitter submitter;
    private final List<RawEvent> events;
    private final int firstIndex;
    private final Done done;
    private final Consumer<RuntimeException> broken;
    private final AtomicReferenceArray<Object> results;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger left;
    private final long nowMillis = clock.millis();

    Work(Submitter submitter, Group group, Done done, Consumer<RuntimeException> broken) {
      this.submitter = submitter;
      this.events = group.events();
      this.firstIndex = group.firstIndex();
      this.done = done;
      this.broken = broken;
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
        broken.accept(e);
      }
    }

    private void checkShare(int start, int end) {
      for (int i = start; i < end; i++) {
        results.set(i, check(submitter, events.get(i), firstIndex + i, nowMillis));
      }
      if (left.addAndGet(start - end) == 0) {
        done.accept(sorted());
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
