package dev.cairn.gateway.ingest;

import dev.cairn.gateway.access.Submitter;
import dev.cairn.http.Problem;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;

/**
 * One stream of events, a line each, without end if the client likes. Lines are committed in
 * groups; a group is answered when it is durable, while the client may still be sending. Every
 * method runs on the event loop.
 *
 * <p>Memory: while one group is being committed the next one fills; when it is full, or the client
 * does not read its answers, reading stops.
 */
final class NdjsonPost {

  /** A group costs one signature; a full batch of events shares it. */
  static final int GROUP_EVENTS = 1000;

  static final int GROUP_BYTES = 1 << 20;

  /** How long the first event of a group waits for company while the stream goes on. */
  static final long GROUP_MILLIS = 100;

  private final RoutingContext request;
  private final Submitter submitter;
  private final Intake intake;
  private final RequestOptions options;
  private final Admission.Ticket ticket;
  private final LineSplitter lines;
  private final StreamAnswer answer;

  private List<RawEvent> group = new ArrayList<>();
  private int groupBytes;
  private int committingBytes;
  private int taken;
  private boolean committing;
  private boolean timing;
  private boolean ended;
  private boolean stopped;

  NdjsonPost(
      RoutingContext request,
      Submitter submitter,
      Intake intake,
      RequestOptions options,
      RequestLimits limits,
      Admission.Ticket ticket) {
    this.request = request;
    this.submitter = submitter;
    this.intake = intake;
    this.options = options;
    this.ticket = ticket;
    this.lines = new LineSplitter(limits.lineBytes(), this::onLine);
    this.answer = new StreamAnswer(request);
  }

  void start() {
    request.request().handler(this::onChunk);
    request.request().exceptionHandler(this::onBroken);
    request.response().exceptionHandler(gone -> stop());
    request.request().endHandler(end -> onEnd());
  }

  // A body that can't be decoded still has a client that reads; any other break means it is gone.
  private void onBroken(Throwable cause) {
    if (cause instanceof DecoderException) {
      fail(cause);
    } else {
      stop();
    }
  }

  private void onLine(RawEvent line) {
    group.add(line);
    groupBytes += line.length();
  }

  private void onChunk(Buffer chunk) {
    if (stopped) {
      return;
    }
    lines.add(chunk);
    try {
      ticket.hold(heldBytes());
    } catch (Problem overloaded) {
      fail(overloaded);
      return;
    }
    if (!isFull()) {
      commitSoon();
    } else if (committing) {
      request.request().pause();
    } else {
      commit();
    }
  }

  private long heldBytes() {
    return (long) committingBytes + groupBytes + lines.held();
  }

  private boolean isFull() {
    return group.size() >= GROUP_EVENTS || groupBytes >= GROUP_BYTES;
  }

  private void commitSoon() {
    if (!timing && !group.isEmpty()) {
      timing = true;
      request.vertx().setTimer(GROUP_MILLIS, due -> onTimer());
    }
  }

  private void onTimer() {
    timing = false;
    commit();
  }

  private void onEnd() {
    if (stopped) {
      return;
    }
    ended = true;
    lines.end();
    if (!group.isEmpty() || committing) {
      commit();
    } else if (taken > 0) {
      answer.end();
      stop();
    } else {
      fail(GatewayProblems.EMPTY_BATCH.because("The stream has no line; send at least one event."));
    }
  }

  /** Commits what has gathered, unless a group is under way: then {@link #goOn} does. */
  private void commit() {
    if (stopped || committing || group.isEmpty()) {
      return;
    }
    committing = true;
    committingBytes = groupBytes;
    Group next = new Group(group, taken, options);
    taken += group.size();
    group = new ArrayList<>();
    groupBytes = 0;
    intake.accept(
        submitter,
        committingBytes,
        () -> next,
        HomeWay.ofThisLoop(request.vertx()),
        this::onReply,
        this::fail);
  }

  private void onReply(Reply reply) {
    committing = false;
    committingBytes = 0;
    if (stopped) {
      return;
    }
    ticket.hold(heldBytes());
    answer.add(reply, isComplete());
    if (isComplete()) {
      stop();
    } else if (answer.isCongested()) {
      request.request().pause();
      answer.whenDrained(this::goOn);
    } else {
      goOn();
    }
  }

  private boolean isComplete() {
    return ended && group.isEmpty();
  }

  private void goOn() {
    commit();
    request.request().resume();
  }

  private void fail(Throwable failure) {
    if (!stopped) {
      answer.fail(failure);
      stop();
    }
  }

  // What still comes in is read and dropped, so that the client gets to read the answer.
  private void stop() {
    stopped = true;
    group = List.of();
    ticket.close();
    if (!request.request().isEnded()) {
      request.request().resume();
    }
  }
}
