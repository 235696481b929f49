package dev.cairn.evidence.verify;

import static dev.cairn.evidence.verify.Checks.GOOD;
import static dev.cairn.evidence.verify.Checks.SAMPLE;
import static dev.cairn.evidence.verify.Checks.TRUST;
import static dev.cairn.evidence.verify.Checks.bytes;
import static dev.cairn.evidence.verify.Checks.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.verify.StepResult.Status;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceVerifierTest {

  @ParameterizedTest
  @ValueSource(strings = {"accp", "bouncycastle", "jdk"})
  void sample_passesEveryStepWithEveryProvider(String provider) {
    EvidenceVerifier one = new EvidenceVerifier(SignatureProviders.byName(provider));
    for (int i = 0; i < SAMPLE.events().size(); i++) {
      VerificationReport report = one.verify(bytes(SAMPLE.evidence(i)), TRUST);
      assertThat(report.steps())
          .allSatisfy(result -> assertThat(result.status()).isEqualTo(Status.PASSED));
      assertThat(report.isValid()).isTrue();
    }
  }

  @Test
  void usualEvidence_isSmall() {
    assertThat(EvidenceSample.usual().evidence(517).toJson()).hasSizeLessThan(6_000);
  }

  @Test
  void malformedParts_failTheStepTheyBelongTo() {
    String json = GOOD.toJson();
    Map<String, Step> cases =
        Map.of(
            json.replace("\"event\":\"ey", "\"event\":\"e."),
            Step.SIGNATURE,
            json.replace("\"path\":[\"", "\"path\":[\"."),
            Step.LEAF_IN_BATCH,
            json.replace("\"object\":\"AAAA", "\"object\":\"AAA_"),
            Step.OUTPUT_IN_BLOCK,
            json.replace("\"headers\":[\"", "\"headers\":[\"AAAA"),
            Step.HEADER_HASH,
            json.replace("\"jws\":\"", "\"jws\":\"!"),
            Step.RECEIPT,
            json.replace("\"evidence\":1", "\"evidence\":1.0"),
            Step.EVIDENCE_FORMAT,
            json.replace("\"treeSize\":37", "\"treeSize\":037"),
            Step.EVIDENCE_FORMAT,
            json.replace("\"chainId\":7", "\"chainId\":7,\"chainId\":7"),
            Step.EVIDENCE_FORMAT,
            json.replace("\"evidence\":1,", "\"evidence\":1,\"x\":1,"),
            Step.EVIDENCE_FORMAT,
            json + "{}",
            Step.EVIDENCE_FORMAT);
    cases.forEach(
        (text, step) -> {
          VerificationReport report = verify(text.getBytes(StandardCharsets.UTF_8), TRUST);
          assertThat(report.isValid()).isFalse();
          assertThat(report.firstFailure().orElseThrow().step()).as(text).isEqualTo(step);
        });
  }

  @Test
  void hugeInput_isRefusedUnread() {
    VerificationReport report = verify(new byte[3 << 20], TRUST);
    assertThat(report.firstFailure().orElseThrow().detail())
        .isEqualTo("Evidence has at most 2097152 bytes, not 3145728.");
  }

  @Test
  void report_hasTheSameContentInBothForms() {
    VerificationReport report = verify(GOOD, Edits.withBlocks(TRUST, Set.of()));
    assertThat(report.toJson().path("verdict").textValue()).isEqualTo("invalid");
    assertThat(report.toJson().path("failedStep").textValue()).isEqualTo("block trusted");
    assertThat(report.toJson().path("steps")).hasSize(14);
    assertThat(report.toText().lines())
        .hasSize(15)
        .contains("passed       evidence format              " + bytes(GOOD).length + " bytes")
        .endsWith("invalid (block trusted)");
  }

  @Test
  void detail_neverCarriesControlCharactersOrLongTexts() {
    StepResult result =
        new StepResult(Step.SIGNATURE, StepResult.Status.FAILED, "\u001b[31m\n" + "x".repeat(999));
    assertThat(result.detail()).startsWith("?[31m?xxx").hasSize(301);
  }
}
