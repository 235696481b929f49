package dev.cairn.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.trust.TrustFile;
import java.nio.charset.StandardCharsets;

/** A sample that holds, and the check that a change fails the step that it should. */
final class Checks {
  static final EvidenceSample SAMPLE = EvidenceSample.of(37);
  static final Evidence GOOD = SAMPLE.evidence(17);
  static final TrustFile TRUST = SAMPLE.trust();
  static final String OTHER_HASH = "A".repeat(43);

  private static final EvidenceVerifier VERIFIER = new EvidenceVerifier(SignatureProviders.best());

  private Checks() {}

  static VerificationReport assertFails(Step step, Evidence evidence, TrustFile trust) {
    VerificationReport report = verify(evidence, trust);
    assertThat(report.isValid()).isFalse();
    assertThat(report.firstFailure().map(StepResult::step)).as(report.toText()).contains(step);
    return report;
  }

  static VerificationReport verify(Evidence evidence, TrustFile trust) {
    return verify(bytes(evidence), trust);
  }

  static VerificationReport verify(byte[] json, TrustFile trust) {
    return VERIFIER.verify(json, trust);
  }

  static byte[] bytes(Evidence evidence) {
    return evidence.toJson().getBytes(StandardCharsets.UTF_8);
  }

  static Event parse(byte[] jws) {
    return new EventParser().parse(jws);
  }
}
