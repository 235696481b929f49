package dev.cairn.ingestor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.evidence.batch.BatchId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnchorCommandsTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00.987Z");
  private static final ChainId CHAIN = new ChainId(7);

  private final AnchorCommands commands =
      new AnchorCommands(
          "development", HandCranked.settings(Path.of("unused")), Batches.SIGNER, new Random(3));

  private static PendingBatch batch(int seed) {
    byte[] root = new byte[32];
    root[0] = (byte) seed;
    BatchId id = BatchId.next(NOW.toEpochMilli(), new Random(seed));
    return new PendingBatch(id, CHAIN, Hash.of(root), seed, NOW.toEpochMilli());
  }

  @Test
  void prepare_batches_isTheContractsCall() {
    PendingBatch batch = batch(5);
    Submission submission = commands.prepare(CHAIN, List.of(batch), NOW);

    JsonNode cmd = StrictJson.parse(submission.command().cmd().bytes(), "command");
    assertThat(cmd.path("networkId").asText()).isEqualTo("development");
    assertThat(cmd.at("/payload/exec/code").asText())
        .isEqualTo(
            "(free.cairn-anchor.record-batches (read-string \"submitter\") (read-msg \"batches\"))");
    assertThat(cmd.at("/payload/exec/data").toString())
        .isEqualTo(
            """
            {"submitter":"cairn","batches":[{"batch-id":"%s","root":"%s","tree-size":{"int":5},\
            "algorithm":"SHA512t_256"}]}"""
                .formatted(batch.id(), batch.root()));
    assertThat(submission.command().hasValidHash()).isTrue();
  }

  @Test
  void prepare_signature_isGoodForGasAndSubmittingOnly() {
    Submission submission = commands.prepare(CHAIN, List.of(batch(1)), NOW);

    JsonNode cmd = StrictJson.parse(submission.command().cmd().bytes(), "command");
    assertThat(cmd.at("/signers/0/clist").toString())
        .isEqualTo(
            """
            [{"name":"coin.GAS","args":[]},{"name":"free.cairn-anchor.SUBMIT","args":["cairn"]}]""");
  }

  @Test
  void prepare_times_areWithinWhatNodesTake() {
    Submission submission = commands.prepare(CHAIN, List.of(batch(1), batch(2)), NOW);

    JsonNode meta = StrictJson.parse(submission.command().cmd().bytes(), "command").path("meta");
    Instant created = Instant.ofEpochSecond(meta.path("creationTime").asLong());
    assertThat(Duration.between(created, NOW))
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(30));
    assertThat(meta.path("ttl").asLong()).isEqualTo(HandCranked.TIME_TO_LIVE.toSeconds());
    assertThat(submission.expiresAtSeconds())
        .isEqualTo(created.plus(HandCranked.TIME_TO_LIVE).getEpochSecond());
    assertThat(meta.path("chainId").asText()).isEqualTo("7");
    assertThat(meta.path("gasLimit").asLong()).isEqualTo(GasSettings.DEFAULT.limitFor(2));
  }

  @Test
  void prepare_sameBatchesInTheSameSecond_isAnotherTransaction() {
    PactCommand first = commands.prepare(CHAIN, List.of(batch(1)), NOW).command();
    PactCommand second = commands.prepare(CHAIN, List.of(batch(1)), NOW).command();

    assertThat(first.requestKey()).isNotEqualTo(second.requestKey());
  }
}
