package dev.cairn.ntm.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.Shell;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories that somebody prepared to cheat, to stop or to exhaust a verifier. */
class HostileChainTest {

  private static final Timestamp NOW = Timestamp.parse("2026-04-02 17:57:10").orElseThrow();

  @TempDir Path root;

  @BeforeEach
  void copyAValidChain() throws IOException {
    Path valid = Vectors.path("chains/valid-12");
    Files.createDirectories(root.resolve("blocks"));
    Files.copy(valid.resolve("last_hash.txt"), root.resolve("last_hash.txt"));
    try (Stream<Path> blocks = Files.list(valid.resolve("blocks"))) {
      for (Path block : blocks.toList()) {
        Files.copy(block, root.resolve("blocks").resolve(block.getFileName().toString()));
      }
    }
  }

  @Test
  void anEnormousGap_isCountedButNotListed() throws IOException {
    Files.copy(block(12), root.resolve("blocks/block_999999999999999999.json"));
    VerificationReport report = verify();
    assertThat(report.failures()).hasSize(ReportBuilder.MAX_LISTED_FAILURES);
    assertThat(report.failureCounts().get(CheckGroup.CHAIN_INTEGRITY))
        .isGreaterThan(999_999_999_999_999_900L);
    assertThat(report.warnings())
        .extracting(Warning::kind)
        .containsExactly(Warning.Kind.FAILURES_NOT_LISTED);
    assertThat(report.isValid()).isFalse();
  }

  @Test
  void aBlockThatIsTooLarge_isHashedButNotParsed() throws IOException {
    byte[] large = new byte[BlockFile.MAX_BYTES + 1];
    Files.write(block(12), large);
    Files.writeString(root.resolve("last_hash.txt"), BlockHash.of(large).hex());
    assertCodes(List.of(Check.JSON_SYNTAX));
  }

  @Test
  void aSparseGigabyte_isNotEvenRead() throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(block(5).toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    VerificationReport report = verify();
    assertThat(report.failures())
        .containsExactly(
            new Failure(
                Optional.of(new BlockIndex(5)),
                Check.JSON_SYNTAX,
                "The file has more than 16777216 bytes; it was not read."));
  }

  @Test
  void aPipeNamedLikeABlock_isNotWaitedFor() throws IOException {
    Files.delete(block(5));
    Shell.in(root, "mkfifo").run("mkfifo blocks/block_000005.json blocks/block_000013.json");
    VerificationReport report = verify();
    assertThat(report.failures()).extracting(Failure::check).containsExactly(Check.BLOCK_MISSING);
    assertThat(report.warnings())
        .extracting(Warning::detail)
        .containsExactly(
            "What is listed as block 5 is a pipe or device.",
            "What is listed as block 13 is a pipe or device.");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"a\":{\"b\":1,\"\\u0062\":2}}',JSON_DUPLICATE_KEY",
    "'[[[[',JSON_SYNTAX",
    "'{\"a\":\"\u00ff\"}',JSON_SYNTAX",
    "'{\"a\":\"\\ud800\"}',JSON_SYNTAX"
  })
  void aBlockThatIsNoGoodJson_hasItsCode(String text, Check code) throws IOException {
    byte[] bytes = text.replace("[[[[", "[".repeat(200_000)).getBytes(StandardCharsets.ISO_8859_1);
    Files.write(block(12), bytes);
    Files.writeString(root.resolve("last_hash.txt"), hashOf(12));
    assertCodes(List.of(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "block_1.json",
        "block_000013.json.bak",
        "block_0000013.json",
        "block_000000.json",
        "evil\u001b[2J"
      })
  void aNameThatIsNoBlocks_isAWarningInPlainText(String name) throws IOException {
    Files.createFile(root.resolve("blocks").resolve(name));
    VerificationReport report = verify();
    assertThat(report.isValid()).isTrue();
    assertThat(report.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.kind()).isEqualTo(Warning.Kind.UNEXPECTED_FILE);
              assertThat(warning.detail()).matches("[ -~]*");
            });
  }

  @Test
  void ourTemporaryFiles_areInvisible() throws IOException {
    Files.createFile(root.resolve("blocks/.tmp-0123456789abcdef"));
    assertThat(verify().warnings()).isEmpty();
  }

  @Test
  void aLinkOrAFolderNamedLikeABlock_isNoBlock() throws IOException {
    Path elsewhere = root.resolve("elsewhere.json");
    Files.move(block(5), elsewhere);
    Files.createSymbolicLink(block(5), elsewhere);
    Files.createDirectory(root.resolve("blocks/block_000013.json"));
    VerificationReport report = verify();
    assertThat(report.failures()).extracting(Failure::check).containsExactly(Check.BLOCK_MISSING);
    assertThat(report.warnings()).hasSize(2);
  }

  @Test
  void manyUnexpectedFiles_areCounted() throws IOException {
    for (int i = 0; i < 130; i++) {
      Files.createFile(root.resolve("blocks/x" + i));
    }
    assertThat(verify().warnings())
        .hasSize(101)
        .last()
        .extracting(Warning::detail)
        .isEqualTo("blocks/ holds 30 more such files.");
  }

  @Test
  void aLongLastHash_isMalformed() throws IOException {
    Files.writeString(root.resolve("last_hash.txt"), " ".repeat(1 << 20));
    assertCodes(List.of(Check.LAST_HASH_FORMAT));
  }

  @Test
  void aChainWithoutItsNewestBlocks_failsAgainstARememberedHead() throws IOException {
    BlockHash remembered = BlockHash.of(Files.readAllBytes(block(12)));
    for (long i = 11; i <= 12; i++) {
      Files.delete(block(i));
    }
    Files.writeString(root.resolve("last_hash.txt"), hashOf(10));
    VerifySettings settings = VerifySettings.at(NOW).withMaxAge(Duration.ZERO);
    assertThat(verify(settings).isValid()).isTrue();
    assertThat(verify(settings.startingAt(new BlockIndex(13), remembered)).failures())
        .extracting(Failure::check)
        .containsExactly(Check.LAST_HASH_MISMATCH);
  }

  @Test
  void aFailingBlockOfTheText_showsNoForeignControlCharacters() throws IOException {
    String text = Files.readString(block(12));
    Files.writeString(block(12), text.replace("ai-dash-snippet.php", "\\u001b[2Jé\\u202e"));
    String report = ReportText.write(verify());
    assertThat(report).startsWith("NOT VALID: 12 blocks were checked.\n");
    assertThat(report).contains("block 12: DATA_SOURCE: data_source is \"?[2J??\", not");
    assertThat(report).matches("[\\n -~]*");
  }

  @Test
  void aDirectoryThatIsNotThere_isAnErrorAndNotAnEmptyChain() {
    ChainDirectory nowhere = new ChainDirectory(root.resolve("nowhere"));
    assertThatThrownBy(() -> verifier(() -> {}).verify(nowhere, VerifySettings.at(NOW)))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aSealerBetweenItsTwoWrites_isWaitedFor() throws IOException {
    String newest = hashOf(12);
    Files.writeString(root.resolve("last_hash.txt"), hashOf(11));
    ChainVerifier verifier = verifier(() -> writeUnchecked(root.resolve("last_hash.txt"), newest));
    VerificationReport report = verifier.verify(new ChainDirectory(root), VerifySettings.at(NOW));
    assertThat(report.isValid()).isTrue();
  }

  @Test
  void aSealerThatDiedBetweenItsTwoWrites_isReported() throws IOException {
    Files.writeString(root.resolve("last_hash.txt"), hashOf(11));
    assertCodes(List.of(Check.LAST_HASH_LAGS));
  }

  private void assertCodes(List<Check> codes) throws IOException {
    assertThat(verify().failures()).extracting(Failure::check).isEqualTo(codes);
  }

  private VerificationReport verify() throws IOException {
    return verify(VerifySettings.at(NOW));
  }

  private VerificationReport verify(VerifySettings settings) throws IOException {
    return verifier(() -> {}).verify(new ChainDirectory(root), settings);
  }

  private static ChainVerifier verifier(ChainVerifier.Pause pause) throws IOException {
    return new ChainVerifier(
        KeyringFile.read(Vectors.path("keys/keyring-single.json")),
        SignatureScheme.platform(),
        1,
        pause);
  }

  private Path block(long index) {
    return root.resolve("blocks").resolve(new BlockIndex(index).fileName());
  }

  private String hashOf(long index) throws IOException {
    return BlockHash.of(Files.readAllBytes(block(index))).hex();
  }

  private static void writeUnchecked(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
