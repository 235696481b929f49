package dev.cairn.ntm.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which codes one change of a good block brings about, and which it keeps out. */
class BlockVerifierTest {

  private static final Timestamp NOW = Timestamp.parse("2026-04-02 16:10:00").orElseThrow();

  static Stream<Arguments> changes() {
    return Stream.of(
        change("\"index\": 1", "\"index\": 2", Check.INDEX_MISMATCH, Check.SIGNATURE_INVALID),
        change("\"hub\": 638", "\"hub\": 0", Check.SIGNATURE_INVALID),
        change("\"hub\": 638", "\"hub\": -1", Check.RANGE, Check.SIGNATURE_INVALID),
        change("\"hub\": 638", "\"hub\": 638.0", Check.FIELD_TYPE),
        change("\"hub\": 638,", "\"hub\": 638, \"h\\u0075b\": 638,", Check.JSON_DUPLICATE_KEY),
        change("\"hits\": 267721", "\"hits\": 0", Check.RANGE, Check.SIGNATURE_INVALID),
        change(
            "\"hits\": 267721",
            "\"hits\": 9223372036854775808",
            Check.FIELD_TYPE,
            Check.SIGNATURE_INVALID),
        change("11136.95", "1e400", Check.RANGE, Check.CANONICAL_FAILED),
        change("11136.95", "\"x\"", Check.FIELD_TYPE, Check.SIGNATURE_INVALID),
        change("11136.95", "11136.9500", new Check[0]),
        change("11136.95", "11136.96", Check.FORMULA_NP, Check.SIGNATURE_INVALID),
        change("\"np\": 11136.95,", "", Check.FIELD_MISSING, Check.SIGNATURE_INVALID),
        change(
            "\"uas\": 58", "\"uas\": -0", Check.RANGE, Check.MINT_RATIO, Check.SIGNATURE_INVALID),
        change("\"RSA-SHA256\"", "\"rsa-sha256\"", Check.ALGORITHM),
        change("\"RSA-SHA256\"", "1", Check.FIELD_TYPE),
        change("ntm-ia-test-2026-01", "another", Check.KEY_UNKNOWN),
        change("\"key_id\": \"ntm-ia-test-2026-01\",", "", Check.FIELD_MISSING),
        change("SHA256:b16e", "SHA256:B16E", Check.FINGERPRINT_MISMATCH),
        change("==\",", "\",", Check.SIGNATURE_FORMAT),
        change("==\",", "=\\n=\",", Check.SIGNATURE_FORMAT),
        change("SQ==\",", "SR==\",", Check.SIGNATURE_FORMAT),
        change("\"signature\": \"Z", "\"signature\": \"Y", Check.SIGNATURE_INVALID),
        change(
            "\"timestamp\": \"2026-04-02 16:05:10\"",
            "\"timestamp\": \"2026-04-02 24:00:00\"",
            Check.TIMESTAMP_FORMAT,
            Check.SIGNATURE_INVALID),
        change(
            "\"timestamp\": \"2026-04-02 16:05:10\"",
            "\"timestamp\": \"2026-04-02 16:15:01\"",
            Check.TIMESTAMP_FUTURE,
            Check.SIGNATURE_INVALID),
        change(
            "\"source_timestamp\": \"2026-04-02 16:05:10\"",
            "\"source_timestamp\": \"now\"",
            Check.SOURCE_TIMESTAMP,
            Check.SIGNATURE_INVALID),
        change(
            "\"previous_hash\": \"0",
            "\"previous_hash\": \"1",
            Check.GENESIS_PREVIOUS_HASH,
            Check.SIGNATURE_INVALID));
  }

  private static Arguments change(String from, String to, Check... codes) {
    return arguments(from, to, codes);
  }

  @ParameterizedTest
  @MethodSource("changes")
  void verify_ofAChangedBlock_findsExactly(String from, String to, Check[] codes)
      throws IOException {
    String block = block();
    assertThat(block).contains(from);
    Set<Check> expected = EnumSet.noneOf(Check.class);
    expected.addAll(Set.of(codes));
    assertThat(codes(block.replace(from, to))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "1", "{", "{}}", "\u0000"})
  void verify_ofNoObject_isASyntaxError(String text) throws IOException {
    assertThat(codes(text)).containsExactly(Check.JSON_SYNTAX);
  }

  @Test
  void verify_ofAnEnvelopeWithSeveralDefects_namesBothCodes() throws IOException {
    assertThat(codes("{\"block_data\":[]}")).containsExactly(Check.FIELD_MISSING, Check.FIELD_TYPE);
  }

  @Test
  void verify_ofTheBlockItself_findsNothing() throws IOException {
    assertThat(verify(block()).isValid()).isTrue();
    assertThat(verify(block()).timestamp()).hasToString("Optional[2026-04-02 16:05:10]");
  }

  private static Set<Check> codes(String text) throws IOException {
    Set<Check> codes = EnumSet.noneOf(Check.class);
    verify(text).failures().forEach(failure -> codes.add(failure.check()));
    return codes;
  }

  private static BlockVerdict verify(String text) throws IOException {
    BlockVerifier verifier =
        new BlockVerifier(
            KeyringFile.read(Vectors.path("keys/keyring-single.json")), SignatureScheme.platform());
    BlockFile file = BlockFile.of(text.getBytes(StandardCharsets.UTF_8));
    return verifier.verify(BlockIndex.FIRST, file, BlockHash.ZERO, NOW);
  }

  private static String block() throws IOException {
    return Files.readString(Vectors.path("chains/valid-12/blocks/block_000001.json"));
  }
}
