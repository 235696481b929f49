package dev.cairn.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.gateway.batch.BatchHints;
import dev.cairn.gateway.batch.BatchLimits;
import dev.cairn.gateway.commit.Candidate;
import dev.cairn.gateway.commit.Submission;
import dev.cairn.gateway.commit.Verdict;
import dev.cairn.gateway.commit.Verdict.Accepted;
import dev.cairn.gateway.commit.Writer;
import dev.cairn.gateway.commit.WriterSettings;
import dev.cairn.gateway.store.GatewayStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.RocksDB;

/** How long an event that is posted again is recognised, and what the receipt says of it. */
class RetentionTest {

  private static final Duration RETENTION = Duration.ofDays(1);
  private static final BatchLimits LIMITS = new BatchLimits(10, 1 << 20, Duration.ofSeconds(1));

  /** More than one round of the sweep. */
  private static final int MANY = 2_000;

  @TempDir Path dir;
  private final TestSigner signer = new TestSigner(1);
  private final HandClock clock = new HandClock();
  private GatewayStore store;
  private Writer writer;

  @BeforeEach
  void start() {
    store = new GatewayStore(dir, RocksDB::write);
    writer =
        Writer.start(
            store,
            new ReceiptIssuer(SigningKey.fromEd25519Seed(new byte[32])),
            taskKey -> 0,
            new WriterSettings(LIMITS, Duration.ofMinutes(10), 100, Optional.of(RETENTION)),
            clock,
            new Random(1),
            new SimpleMeterRegistry());
  }

  @AfterEach
  void stop() {
    writer.close();
    store.close();
  }

  @Test
  void receipt_saysHowLongTheEventIsRecognised() throws Exception {
    String jws = submit(0, 1).get(0).receipt().tree().jws();
    byte[] claims = Base64.getUrlDecoder().decode(jws.split("[.]", -1)[1]);
    JsonNode json = new ObjectMapper().readTree(claims);
    assertThat(json.path("jtiUntil").asLong() - json.path("iat").asLong())
        .isEqualTo(RETENTION.toSeconds());
  }

  @Test
  void event_isRecognisedAsLongAsPromised_andForgottenSomeTimeAfter() throws Exception {
    Accepted first = submit(0, 1).get(0);
    clock.advance(RETENTION);
    submit(10, MANY);
    Accepted inTime = submit(0, 1).get(0);
    assertThat(inTime.repeated()).isTrue();
    assertThat(inTime.batchId()).isEqualTo(first.batchId());

    clock.advance(Duration.ofSeconds(3));
    submit(10 + MANY, MANY);
    assertThat(submit(0, 1).get(0).repeated()).isFalse();
  }

  private List<Accepted> submit(int from, int count) throws Exception {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      candidates.add(new Candidate(i, signer.event("e" + (from + i))));
    }
    Submission submission =
        new Submission("default", Optional.empty(), BatchHints.NONE, candidates);
    writer.submit(submission);
    List<Verdict> verdicts = submission.answer().get(30, TimeUnit.SECONDS);
    return verdicts.stream().map(Accepted.class::cast).toList();
  }

  private static final class HandClock extends Clock {
    private volatile Instant now = Instant.ofEpochSecond(1_700_000_000);

    void advance(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneOffset getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("The clock is always in UTC.");
    }
  }
}
