package dev.cairn.ntm.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.remote.ChainServer;
import dev.cairn.ntm.remote.RemoteChain;
import dev.cairn.ntm.remote.RemoteSettings;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every chain of the vectors fails with exactly the codes that are expected. */
class ChainVectorsTest {

  private static ChainServer server;

  @BeforeAll
  static void serve() throws IOException {
    server = new ChainServer(Vectors.path("chains/valid-12").resolve("../.."));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<JsonNode> chains() {
    return StreamSupport.stream(Vectors.json("manifest.json").get("chains").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void verify_findsExactlyTheExpectedFailures(JsonNode chain) throws IOException {
    VerificationReport report = verify(chain, 2);
    assertThat(found(report)).isEqualTo(expected(chain));
    assertThat(report.isValid()).isEqualTo(chain.get("valid").booleanValue());
    assertThat(report.headHash().hex()).isEqualTo(chain.get("head").textValue());
    assertThat(report.warnings()).allMatch(w -> w.kind() == Warning.Kind.NOT_CHECKED);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void verifyOverHttp_findsTheSame(JsonNode chain) throws IOException {
    RemoteChain remote =
        new RemoteChain(server.address(chain.get("dir").textValue()), RemoteSettings.DEFAULT);
    VerificationReport report = verifier(chain, 4).verify(remote, settings(chain));
    assertThat(report).isEqualTo(verify(chain, 1));
    assertThat(found(report)).isEqualTo(expected(chain));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void jsonReport_saysTheSame(JsonNode chain) throws IOException {
    VerificationReport report = verify(chain, 1);
    JsonNode json = new ObjectMapper().readTree(ReportJson.write(report));
    assertThat(json.get("valid")).isEqualTo(chain.get("valid"));
    assertThat(json.get("head_hash")).isEqualTo(chain.get("head"));
    assertThat(json.get("failures")).hasSize(chain.get("failures").size());
    int counted = 0;
    for (JsonNode group : json.get("checks")) {
      assertThat(group.get("ok").booleanValue()).isEqualTo(group.get("failures").intValue() == 0);
      counted += group.get("failures").intValue();
    }
    assertThat(counted).isEqualTo(chain.get("failures").size());
  }

  @Test
  void fingerprintForms_areReported() throws IOException {
    for (JsonNode chain : Vectors.json("manifest.json").get("chains")) {
      if (chain.get("name").textValue().equals("valid-fingerprint-pem")) {
        assertThat(verify(chain, 1).fingerprintForms())
            .extracting(form -> form.label())
            .containsExactly("pem-file");
      }
    }
  }

  private static VerificationReport verify(JsonNode chain, int threads) throws IOException {
    ChainDirectory directory = new ChainDirectory(Vectors.path(chain.get("dir").textValue()));
    return verifier(chain, threads).verify(directory, settings(chain));
  }

  private static ChainVerifier verifier(JsonNode chain, int threads) throws IOException {
    Keyring keyring = KeyringFile.read(Vectors.path(chain.get("keyring").textValue()));
    return new ChainVerifier(keyring, SignatureScheme.platform(), threads, () -> {});
  }

  private static VerifySettings settings(JsonNode chain) {
    VerifySettings settings =
        VerifySettings.at(Timestamp.parse(chain.get("now").textValue()).orElseThrow())
            .withSkew(Duration.ofSeconds(chain.get("skew_seconds").longValue()))
            .withMaxAge(Duration.ofSeconds(chain.get("max_age_seconds").longValue()));
    return chain.has("start")
        ? settings.startingAt(
            new BlockIndex(chain.get("start").longValue()),
            new BlockHash(chain.get("anchor").textValue()))
        : settings;
  }

  private static Set<String> found(VerificationReport report) {
    Set<String> codes = new TreeSet<>();
    for (Failure failure : report.failures()) {
      String where = failure.block().map(BlockIndex::toString).orElse("null");
      assertThat(codes.add(where + " " + failure.check())).isTrue();
    }
    return codes;
  }

  private static Set<String> expected(JsonNode chain) {
    Set<String> codes = new TreeSet<>();
    for (JsonNode failure : chain.get("failures")) {
      codes.add(failure.get("block").asText() + " " + failure.get("check").textValue());
    }
    return codes;
  }
}
