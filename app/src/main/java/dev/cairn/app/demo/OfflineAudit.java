package dev.cairn.app.demo;

import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.evidence.verify.StepResult;
import dev.cairn.evidence.verify.VerificationReport;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What an auditor does with evidence files and a trust file, and nothing else at hand. */
final class OfflineAudit {
  private final EvidenceVerifier verifier = new EvidenceVerifier(SignatureProviders.best());
  private final TrustFile trust;

  /** How the audit of all files went. */
  record Outcome(int valid, long perSecond) {}

  OfflineAudit(byte[] trustFile) {
    this.trust = TrustFile.parse(trustFile);
  }

  Outcome verifyAll(List<byte[]> evidence, ProgressLine progress) {
    long start = System.nanoTime();
    int valid = 0;
    for (byte[] file : evidence) {
      VerificationReport report = verifier.verify(file, trust);
      if (report.isValid()) {
        valid++;
      } else {
        progress.say(report.toText());
      }
    }
    progress.show("verified offline", valid, evidence.size());
    long nanos = Math.max(1, System.nanoTime() - start);
    return new Outcome(valid, evidence.size() * 1_000_000_000L / nanos);
  }

  /** Changes one byte of the signed payload; gives the first step that fails, or nothing. */
  String stepThatFailsAfterOneByte(byte[] evidence) {
    byte[] tampered = evidence.clone();
    int at = middleOfPayload(evidence);
    tampered[at] = (byte) (tampered[at] == 'A' ? 'B' : 'A');
    return verifier.verify(tampered, trust).firstFailure().map(OfflineAudit::label).orElse("");
  }

  private static String label(StepResult failure) {
    return failure.step().label();
  }

  /**
   * The event stands in the file as header.payload.signature; its payload lies between the dots.
   */
  private static int middleOfPayload(byte[] evidence) {
    String text = new String(evidence, StandardCharsets.ISO_8859_1);
    int event = text.indexOf("\"event\":\"");
    int firstDot = text.indexOf('.', event);
    int secondDot = text.indexOf('.', firstDot + 1);
    return (firstDot + secondDot) / 2;
  }
}
