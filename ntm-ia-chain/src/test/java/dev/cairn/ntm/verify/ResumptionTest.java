package dev.cairn.ntm.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.checkpoint.Checkpoint;
import dev.cairn.ntm.checkpoint.CheckpointFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that go on from a checkpoint. */
class ResumptionTest {

  private static final VerifySettings SETTINGS = VerifySettings.at(CopiedChain.NOW);

  @TempDir private Path folder;
  private CopiedChain chain;

  @BeforeEach
  void copyAChain() throws IOException {
    chain = new CopiedChain(folder.resolve("chain"));
  }

  @Test
  void resumedRun_readsOnlyWhatFollows() throws IOException {
    Checkpoint checkpoint = checkpointAt(8);
    chain.growTo(12);
    List<Long> progress = new ArrayList<>();
    VerificationReport report =
        CopiedChain.verifier()
            .verify(
                chain.directory(),
                SETTINGS,
                new Resumption(Optional.of(checkpoint), false),
                (done, all) -> progress.add(all));
    assertThat(report.isValid()).isTrue();
    assertThat(report.blocks()).isEqualTo(12);
    assertThat(report.headHash()).isEqualTo(chain.hash(12));
    assertThat(progress).containsOnly(4L);
    assertThat(report.warnings())
        .extracting(Warning::detail)
        .singleElement()
        .asString()
        .startsWith("Blocks before 8 were valid at 2026-04-02 17:57:10 by the checkpoint");
  }

  @Test
  void resumedRun_withoutNewBlocks_stillChecksAgeAndLastHash() throws IOException {
    Checkpoint checkpoint = checkpointAt(12);
    VerifySettings later = at("2026-04-02 19:57:10");
    assertThat(codes(run(checkpoint, later))).containsExactly(Check.TIMESTAMP_STALE);
    Files.writeString(chain.lastHash(), chain.hash(11).hex());
    assertThat(codes(run(checkpoint, SETTINGS))).containsExactly(Check.LAST_HASH_LAGS);
    Files.writeString(chain.lastHash(), chain.hash(3).hex());
    assertThat(codes(run(checkpoint, SETTINGS))).containsExactly(Check.LAST_HASH_MISMATCH);
  }

  @Test
  void blockBehindTheCheckpoint_isLinkedAndOrderedWithIt() throws IOException {
    Checkpoint checkpoint = checkpointAt(8);
    chain.growTo(12);
    Files.copy(chain.block(3), chain.block(13));
    Files.delete(chain.block(9));
    Files.move(chain.block(13), chain.block(9));
    assertThat(codes(run(checkpoint, SETTINGS)))
        .containsExactly(
            Check.INDEX_MISMATCH,
            Check.PREVIOUS_HASH_MISMATCH,
            Check.TIMESTAMP_ORDER,
            Check.PREVIOUS_HASH_MISMATCH);
  }

  @Test
  void changeBeforeTheCheckpoint_showsOnlyInAWholeRun() throws IOException {
    Checkpoint checkpoint = checkpointAt(12);
    chain.change(4);
    assertThat(run(checkpoint, SETTINGS).isValid()).isTrue();
    VerificationReport whole =
        CopiedChain.verifier()
            .verify(
                chain.directory(),
                SETTINGS,
                new Resumption(Optional.of(checkpoint), true),
                Progress.NONE);
    assertThat(codes(whole)).contains(Check.SIGNATURE_INVALID, Check.PREVIOUS_HASH_MISMATCH);
  }

  @Test
  void missingBlockBeforeTheCheckpoint_showsInTheListing() throws IOException {
    Checkpoint checkpoint = checkpointAt(12);
    Files.delete(chain.block(4));
    Files.delete(chain.block(7));
    VerificationReport report = run(checkpoint, SETTINGS);
    assertThat(codes(report)).containsExactly(Check.BLOCK_MISSING, Check.BLOCK_MISSING);
    assertThat(report.blocks()).isEqualTo(10);
  }

  @Test
  void chainWithoutTheCheckpointsBlock_fails() throws IOException {
    Checkpoint checkpoint = checkpointAt(12);
    chain.cutAfter(10);
    VerificationReport report = run(checkpoint, SETTINGS);
    assertThat(codes(report)).containsExactly(Check.CHECKPOINT_MISMATCH);
    assertThat(report.blocks()).isEqualTo(10);
  }

  @Test
  void chainWithAnotherBlockInItsPlace_failsAndIsCheckedAsAWhole() throws IOException {
    Checkpoint checkpoint = checkpointAt(8);
    chain.growTo(12);
    chain.change(8);
    assertThat(codes(run(checkpoint, SETTINGS)))
        .contains(Check.CHECKPOINT_MISMATCH, Check.SIGNATURE_INVALID);
  }

  @Test
  void checkpointOfOtherCircumstances_isIgnoredAloud() throws IOException {
    Checkpoint good = checkpointAt(12);
    chain.change(4);
    Checkpoint otherKeys =
        new Checkpoint(
            good.index(),
            good.hash(),
            CopiedChain.keyring("rotated").digest(),
            good.checkedAt(),
            good.skew());
    assertIgnored(run(otherKeys, SETTINGS), "another keyring");
    assertIgnored(run(good, at("2026-04-02 17:57:09")), "later than now");
    assertIgnored(run(good, SETTINGS.withSkew(Duration.ofSeconds(299))), "a greater skew, 300 s");
  }

  @Test
  void checkpoint_isMadeOfValidWholeChainsOnly() throws IOException {
    VerifySettings partial = SETTINGS.startingAt(new BlockIndex(9), chain.hash(8));
    ChainVerifier verifier = CopiedChain.verifier();
    VerificationReport report = verifier.verify(chain.directory(), partial);
    assertThat(report.isValid()).isTrue();
    assertThat(verifier.checkpoint(partial, report)).isEmpty();
    assertThatThrownBy(() -> run(checkpointAt(12), partial))
        .isInstanceOf(IllegalArgumentException.class);
    chain.change(4);
    report = verifier.verify(chain.directory(), SETTINGS);
    assertThat(verifier.checkpoint(SETTINGS, report)).isEmpty();
  }

  @Test
  void file_givesBackWhatWasWritten_andKnowsTheChainsDirectory() throws IOException {
    CheckpointFile file = new CheckpointFile(folder.resolve("checkpoint.json"));
    assertThat(file.read()).isEmpty();
    Checkpoint checkpoint = checkpointAt(12);
    file.write(checkpoint, new Random(1));
    file.write(checkpoint, new Random(1));
    assertThat(file.read()).contains(checkpoint);
    assertThat(file.isBelow(chain.root())).isFalse();
    Path inside = chain.root().resolve("blocks/../checkpoint.json");
    assertThat(new CheckpointFile(inside).isBelow(chain.root())).isTrue();
    Path link = Files.createSymbolicLink(folder.resolve("link"), chain.root());
    assertThat(new CheckpointFile(link.resolve("c.json")).isBelow(chain.root())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[1]",
        "{\"checkpoint\": 2}",
        "{\"checkpoint\":1,\"index\":0,\"hash\":\"00\"}",
        "{\"checkpoint\":1,\"index\":\"1\"}"
      })
  void malformedFile_isRefusedInASentence(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("checkpoint.json"), text);
    assertThatThrownBy(() -> new CheckpointFile(file).read())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("is malformed; without it the whole chain is checked.");
  }

  private static VerifySettings at(String now) {
    return VerifySettings.at(Timestamp.parse(now).orElseThrow());
  }

  private Checkpoint checkpointAt(long index) throws IOException {
    chain.cutAfter(index);
    VerifySettings settings = SETTINGS.withMaxAge(Duration.ZERO);
    ChainVerifier verifier =
        new ChainVerifier(CopiedChain.keyring("single"), SignatureScheme.platform(), 1, () -> {});
    VerificationReport report = verifier.verify(chain.directory(), settings);
    return verifier.checkpoint(settings, report).orElseThrow();
  }

  private VerificationReport run(Checkpoint checkpoint, VerifySettings settings)
      throws IOException {
    return CopiedChain.verifier()
        .verify(
            chain.directory(),
            settings,
            new Resumption(Optional.of(checkpoint), false),
            Progress.NONE);
  }

  private static List<Check> codes(VerificationReport report) {
    return report.failures().stream().map(Failure::check).toList();
  }

  private static void assertIgnored(VerificationReport report, String why) {
    assertThat(codes(report)).contains(Check.SIGNATURE_INVALID);
    assertThat(report.warnings())
        .filteredOn(warning -> warning.kind() == Warning.Kind.CHECKPOINT_IGNORED)
        .singleElement()
        .satisfies(warning -> assertThat(warning.detail()).contains(why));
  }
}
