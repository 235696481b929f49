package dev.cairn.gateway.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.gateway.FaultyDisk;
import dev.cairn.gateway.FaultyDisk.Fault;
import dev.cairn.gateway.StoreInvariants;
import dev.cairn.gateway.TestSigner;
import dev.cairn.gateway.batch.BatchHints;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.commit.Verdict.Accepted;
import dev.cairn.gateway.commit.Verdict.Conflict;
import dev.cairn.gateway.store.GatewayStore;
import dev.cairn.handover.BatchEntry;
import dev.cairn.handover.BatchEntry.Closed;
import dev.cairn.handover.Journal.Entry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WriterTest {

  private static final BatchLimits PATIENT = new BatchLimits(3, 1 << 20, Duration.ofHours(1));
  private static final BatchLimits HASTY = new BatchLimits(3, 1 << 20, Duration.ofMillis(1));

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private final FaultyDisk disk = new FaultyDisk();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private GatewayStore store;
  private Writer writer;

  @BeforeAll
  static void patience() {
    // A machine that is busy with other builds is slow, not wrong.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(30));
  }

  @BeforeEach
  void start() {
    start(PATIENT);
  }

  private void start(BatchLimits limits) {
    store = new GatewayStore(dir, disk);
    writer =
        Writer.start(
            store,
            new ReceiptIssuer(SigningKey.fromEd25519Seed(new byte[32])),
            taskKey -> taskKey.length() % 20,
            new WriterSettings(limits, Duration.ofMinutes(10), 100),
            Clock.systemUTC(),
            new Random(1),
            meters);
  }

  @AfterEach
  void invariantsHold() {
    stop();
    StoreInvariants.check(dir);
  }

  private void stop() {
    writer.close();
    store.close();
  }

  @Test
  void acceptedEvent_isInTheJournalWhenAnswered() throws Exception {
    Accepted event = accepted(submit("a"), 0);

    assertThat(event.repeated()).isFalse();
    assertThat(entries())
        .singleElement()
        .isInstanceOf(BatchEntry.Opened.class)
        .extracting(BatchEntry::batchId)
        .isEqualTo(event.batchId());
  }

  @Test
  void fullBatch_isClosedInTheWriteThatFillsIt() throws Exception {
    List<Verdict> verdicts = submit("a", "b", "c", "d");

    assertThat(entries()).hasSize(3);
    assertThat(((Closed) entries().get(2)).batch().events()).hasSize(3);
    assertThat(accepted(verdicts, 3).batchId()).isNotEqualTo(accepted(verdicts, 0).batchId());
  }

  @Test
  void closedBatch_hasItsEventsInTheOrderOfCommit() throws Exception {
    submit("a");
    submit("b");
    submit("c");
    Closed closed = (Closed) entries().get(1);
    assertThat(closed.batch().events())
        .extracting(event -> new String(event.jws(), StandardCharsets.US_ASCII))
        .containsExactly(signer.sign("a"), signer.sign("b"), signer.sign("c"));
  }

  @Test
  void oldBatch_isClosedWithoutFurtherEvents() throws Exception {
    stop();
    start(HASTY);
    submit("a");
    await().until(() -> entries().size() == 2);
    assertThat(entries().get(1)).isInstanceOf(Closed.class);
  }

  @Test
  void repetition_getsTheSameReceipt_evenAfterARestart() throws Exception {
    Accepted first = accepted(submit("a", "b"), 1);
    Accepted again = accepted(submit("b"), 0);
    stop();
    start(PATIENT);
    Accepted later = accepted(submit("b"), 0);

    assertThat(again)
        .isEqualTo(
            new Accepted(
                0, first.eventId(), first.batchId(), first.chainId(), first.receipt(), true));
    assertThat(later).isEqualTo(again);
  }

  @Test
  void repetitionWithinASubmission_getsTheSameReceipt() throws Exception {
    List<Verdict> verdicts = submit("a", "a");
    assertThat(accepted(verdicts, 1).repeated()).isTrue();
    assertThat(accepted(verdicts, 1).receipt()).isEqualTo(accepted(verdicts, 0).receipt());
  }

  @Test
  void otherBytesUnderAUsedJti_areAConflict_andTheRestIsAccepted() throws Exception {
    Accepted first = accepted(submit("a"), 0);
    List<Verdict> verdicts =
        submit(
            List.of(
                new Candidate(0, signer.event("a", "other")),
                new Candidate(1, signer.event("b")),
                new Candidate(2, signer.event("b", "other"))));

    assertThat(verdicts.get(0)).isEqualTo(new Conflict(0, first.eventId()));
    assertThat(verdicts.get(2)).isEqualTo(new Conflict(2, accepted(verdicts, 1).eventId()));
    assertThat(accepted(submit("b"), 0).repeated()).isTrue();
  }

  @Test
  void sameJtiOfAnotherSigner_isAnotherEvent() throws Exception {
    submit("a");
    List<Verdict> verdicts = submit(List.of(new Candidate(0, new TestSigner(2).event("a"))));
    assertThat(accepted(verdicts, 0).repeated()).isFalse();
  }

  @Test
  void taskKey_ofEventThenRequestThenSigner_choosesTheChain() throws Exception {
    Candidate own = new Candidate(0, TestSigner.parse(signer.sign("a", "p", "four")));
    Candidate none = new Candidate(1, signer.event("b"));

    List<Verdict> routed = submit(List.of(own, none), Optional.of("seven-7"));
    assertThat(accepted(routed, 0).chainId()).isEqualTo(4);
    assertThat(accepted(routed, 1).chainId()).isEqualTo(7);
    assertThat(accepted(submit("c"), 0).chainId()).isEqualTo(signer.did().length() % 20);
  }

  @Test
  void restart_continuesTheOpenBatch() throws Exception {
    Accepted first = accepted(submit("a"), 0);
    abandon();
    start(PATIENT);
    Accepted second = accepted(submit("b"), 0);
    assertThat(second.batchId()).isEqualTo(first.batchId());
  }

  @Test
  void restart_keepsWhatRequestsAskedOfTheOpenBatch() throws Exception {
    BatchHints pairs = new BatchHints(OptionalInt.of(2), Optional.empty());
    Candidate first = new Candidate(0, signer.event("a"));
    submit(new Submission("default", Optional.empty(), pairs, List.of(first)));
    abandon();
    start(PATIENT);
    submit("b");
    assertThat(entries()).hasSize(2);
    assertThat(((Closed) entries().get(1)).batch().events()).hasSize(2);
  }

  @Test
  void idleWriter_writesNothing() throws Exception {
    submit("a", "b", "c");
    int writes = disk.writes();
    await().during(Duration.ofMillis(300)).until(() -> disk.writes() == writes);
    assertThat(entries()).hasSize(2);
  }

  @Test
  void eventsOfOneWrite_haveOneSignature() throws Exception {
    List<Verdict> verdicts = submit("a", "b", "c");
    assertThat(accepted(verdicts, 0).receipt().tree().size()).isEqualTo(3);
    assertThat(accepted(verdicts, 2).receipt().tree())
        .isEqualTo(accepted(verdicts, 0).receipt().tree());
  }

  @Test
  void close_closesOpenBatches() throws Exception {
    submit("a");
    writer.close();
    assertThat(entries()).hasSize(2);
    assertThatThrownBy(() -> submit("b")).isInstanceOf(Unavailable.class);
    assertThat(writer.ready()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NOT_DONE", "DONE_BUT_REPORTED_FAILED"})
  void failedWrite_isNeverAcknowledged_andTheWriterComesBack(Fault fault) throws Exception {
    Accepted before = accepted(submit("a"), 0);
    disk.fail(fault, 1);
    assertUnavailable("b");

    await().until(writer::ready);
    Accepted after = accepted(submit("b"), 0);
    assertThat(after.repeated()).isEqualTo(fault == Fault.DONE_BUT_REPORTED_FAILED);
    assertThat(after.batchId()).isEqualTo(before.batchId());
    submit("c");
    assertThat(entries()).hasSize(2);
    assertThat(meters.counter("cairn.gateway.store.failures").count()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NOT_DONE", "DONE_BUT_REPORTED_FAILED"})
  void failedClose_isRepeated_andNothingIsDoubled(Fault fault) throws Exception {
    submit("a", "b");
    disk.fail(fault, 1);
    assertUnavailable("c");
    await().until(writer::ready);
    submit("c");

    assertThat(entries()).hasSize(2);
    assertThat(((Closed) entries().get(1)).batch().events()).hasSize(3);
  }

  @Test
  void lastingFailure_refusesAtOnce_keepsReading_andEndsByItself() throws Exception {
    submit("a");
    disk.fail(Fault.NOT_DONE, Integer.MAX_VALUE);
    assertUnavailable("b");
    await().until(() -> !writer.ready());
    assertThatThrownBy(() -> submit("c"))
        .isInstanceOf(Unavailable.class)
        .extracting(e -> ((Unavailable) e).kind())
        .isEqualTo(Unavailable.Kind.NOT_TRIED);
    assertThat(entries()).hasSize(1);

    disk.heal();
    await().until(writer::ready);
    assertThat(accepted(submit("b"), 0).repeated()).isFalse();
  }

  @Test
  void close_whileTheDiskFails_leavesTheBatchForTheNextStart() throws Exception {
    Accepted first = accepted(submit("a"), 0);
    disk.fail(Fault.NOT_DONE, Integer.MAX_VALUE);
    stop();
    disk.heal();
    start(PATIENT);
    assertThat(accepted(submit("b"), 0).batchId()).isEqualTo(first.batchId());
  }

  @Test
  void submissionsThatWaitTogether_areEachAnswered() throws Exception {
    List<Submission> submissions = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      submissions.add(submission(List.of(new Candidate(0, signer.event("e" + i)))));
      writer.submit(submissions.get(i));
    }
    for (Submission submission : submissions) {
      assertThat(submission.answer().get(30, TimeUnit.SECONDS)).hasSize(1);
    }
    assertThat(meters.counter("cairn.gateway.events", "verdict", "accepted").count()).isEqualTo(50);
  }

  /** Ends the writer as a crash would, as far as the disk is concerned: nothing more is written. */
  private void abandon() {
    disk.fail(Fault.NOT_DONE, 1);
    stop();
    disk.heal();
  }

  private List<BatchEntry> entries() {
    return store.journal().read(0, 1000).stream().map(Entry::value).toList();
  }

  private void assertUnavailable(String jti) {
    assertThatThrownBy(() -> submit(jti))
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("send the same events again");
  }

  private List<Verdict> submit(String... jtis) throws Exception {
    List<Candidate> candidates = new ArrayList<>();
    for (String jti : jtis) {
      candidates.add(new Candidate(candidates.size(), signer.event(jti)));
    }
    return submit(candidates);
  }

  private List<Verdict> submit(List<Candidate> candidates) throws Exception {
    return submit(candidates, Optional.empty());
  }

  private List<Verdict> submit(List<Candidate> candidates, Optional<String> taskKey)
      throws Exception {
    return submit(new Submission("default", taskKey, BatchHints.NONE, candidates));
  }

  private List<Verdict> submit(Submission submission) throws Exception {
    writer.submit(submission);
    return submission.answer().get(30, TimeUnit.SECONDS);
  }

  private static Submission submission(List<Candidate> candidates) {
    return new Submission("default", Optional.empty(), BatchHints.NONE, candidates);
  }

  private static Accepted accepted(List<Verdict> verdicts, int index) {
    return (Accepted) verdicts.get(index);
  }
}
