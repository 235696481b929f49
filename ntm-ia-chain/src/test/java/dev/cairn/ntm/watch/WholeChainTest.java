package dev.cairn.ntm.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.verify.Check;
import dev.cairn.ntm.verify.Failure;
import dev.cairn.ntm.verify.VerificationReport;
import dev.cairn.ntm.verify.VerifySettings;
import dev.cairn.ntm.verify.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeChainTest {

  private static final Timestamp NOW = Timestamp.parse("2026-04-02 17:57:10").orElseThrow();
  private static final String SINGLE = "keys/keyring-single.json";

  @TempDir Path root;

  private VectorChain chain;
  private String keyring = SINGLE;
  private WholeChain examination;

  @BeforeEach
  void openAChainOfTenBlocks() throws IOException {
    chain = VectorChain.copy("valid-12", root);
    Files.delete(chain.block(12));
    Files.delete(chain.block(11));
    declareHead(10);
    examination =
        new WholeChain(
            chain.directory(),
            this::keyring,
            List.of(),
            SignatureScheme.platform(),
            1,
            VerifySettings.at(NOW).withMaxAge(Duration.ZERO));
    assertThat(examination.run(NOW).isValid()).isTrue();
  }

  @Test
  void blocksThatWereFoundGood_areNotReadAgain() throws IOException {
    change(3);
    grow(11);
    VerificationReport report = examination.run(NOW);
    assertThat(report.isValid()).isTrue();
    assertThat(report.blocks()).isEqualTo(11);
    assertThat(report.warnings())
        .extracting(Warning::detail)
        .anyMatch(warning -> warning.startsWith("Blocks before 10 were valid at"));
  }

  @Test
  void anHourAfterTheyWereRead_theyAreReadAgain() throws IOException {
    change(3);
    grow(11);
    Timestamp almost = new Timestamp(NOW.epochSecond() + 3_599);
    assertThat(examination.run(almost).isValid()).isTrue();
    Timestamp hour = new Timestamp(NOW.epochSecond() + 3_600);
    assertThat(codes(examination.run(hour)))
        .contains(Check.SIGNATURE_INVALID, Check.PREVIOUS_HASH_MISMATCH);
  }

  @Test
  void whatIsWrongWithANewBlock_isReportedByAWholeRun() throws IOException {
    change(3);
    grow(11);
    change(11);
    declareHead(11);
    VerificationReport report = examination.run(NOW);
    assertThat(report.failures())
        .filteredOn(failure -> failure.check() == Check.SIGNATURE_INVALID)
        .extracting(failure -> failure.block().orElseThrow().value())
        .containsExactly(3L, 11L);
  }

  @Test
  void anotherHead_isReportedAsAnyOtherVerifierWould() throws IOException {
    change(10);
    declareHead(10);
    VerificationReport report = examination.run(NOW);
    assertThat(codes(report)).contains(Check.SIGNATURE_INVALID);
    assertThat(codes(report)).doesNotContain(Check.CHECKPOINT_MISMATCH);
    assertThat(examination.run(NOW)).isEqualTo(report);
  }

  @Test
  void aChainThatBecameShorter_isReadWhole() throws IOException {
    Files.delete(chain.block(10));
    declareHead(9);
    VerificationReport report = examination.run(NOW);
    assertThat(report.isValid()).isTrue();
    assertThat(report.blocks()).isEqualTo(9);
  }

  @Test
  void anotherKeyring_orAClockSetBack_isAReasonToReadAll() throws IOException {
    keyring = "keys/keyring-rotated.json";
    assertThat(examination.run(NOW).warnings()).extracting(Warning::detail).noneMatch(this::isRest);
    keyring = SINGLE;
    assertThat(examination.run(NOW).warnings()).extracting(Warning::detail).noneMatch(this::isRest);
    Timestamp earlier = new Timestamp(NOW.epochSecond() - 1);
    VerificationReport report = examination.run(earlier);
    assertThat(report.warnings()).extracting(Warning::detail).noneMatch(this::isRest);
    assertThat(report.warnings())
        .extracting(Warning::kind)
        .doesNotContain(Warning.Kind.CHECKPOINT_IGNORED);
  }

  private boolean isRest(String warning) {
    return warning.contains("were not read again");
  }

  private Keyring keyring() throws IOException {
    return KeyringFile.read(Vectors.path(keyring));
  }

  private static List<Check> codes(VerificationReport report) {
    return report.failures().stream().map(Failure::check).toList();
  }

  private void grow(int index) throws IOException {
    Path valid = Vectors.path("chains/valid-12").resolve("blocks");
    Files.copy(valid.resolve(chain.block(index).getFileName().toString()), chain.block(index));
    declareHead(index);
  }

  private void change(int index) throws IOException {
    String text = Files.readString(chain.block(index));
    Files.writeString(chain.block(index), text.replaceFirst("\"hits\": [0-9]+", "\"hits\": 7"));
  }

  private void declareHead(int index) throws IOException {
    BlockHash hash = BlockHash.of(Files.readAllBytes(chain.block(index)));
    Files.writeString(root.resolve("last_hash.txt"), hash.hex());
  }
}
