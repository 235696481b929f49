package dev.cairn.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.sample.EvidenceSample;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EvidenceVerifierTest {
  private static final EvidenceSample SAMPLE = EvidenceSample.usual();

  private final EvidenceVerifier verifier = new EvidenceVerifier(SignatureProviders.best());

  @Test
  void sample_isValidInEveryStep() {
    String json = SAMPLE.evidence(517).toJson();
    VerificationReport report =
        verifier.verify(json.getBytes(StandardCharsets.UTF_8), SAMPLE.trust());
    assertThat(json).hasSizeLessThan(8_000);
    assertThat(report.steps())
        .allSatisfy(result -> assertThat(result.status()).isEqualTo(StepResult.Status.PASSED));
  }
}
