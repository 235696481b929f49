package dev.cairn.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * No byte of evidence can change, go or come unnoticed, even under the weakest trust file: no proof
 * of work, no confirmations, no known gateways and signers. The report always names a step.
 */
class ChangedEvidenceTest {
  private static final EvidenceSample SAMPLE = EvidenceSample.of(11);
  private static final TrustFile WEAKEST = weakest(SAMPLE.trust());
  private static final Evidence GOOD = SAMPLE.evidence(6);
  private static final byte[] EVIDENCE =
      Checks.bytes(Edits.withHeaders(GOOD, GOOD.anchor().headers().subList(0, 2)));
  private static final byte[] REPLACEMENTS = "A0\" ".getBytes(StandardCharsets.US_ASCII);

  @Test
  void unchanged_isValid() {
    assertThat(Checks.verify(EVIDENCE, WEAKEST).isValid()).isTrue();
  }

  @Test
  void everyFlippedBit_fails() {
    positions().forEach(at -> IntStream.range(0, 8).forEach(bit -> refuse(at, 1 << bit)));
  }

  @Test
  void everyReplacedByte_fails() {
    positions()
        .forEach(
            at -> {
              for (byte replacement : REPLACEMENTS) {
                if (replacement != EVIDENCE[at]) {
                  refuse(at, EVIDENCE[at] ^ replacement);
                }
              }
            });
  }

  @Test
  void everyMissingByte_fails() {
    positions()
        .forEach(
            at -> {
              byte[] shorter = Arrays.copyOf(EVIDENCE, EVIDENCE.length - 1);
              System.arraycopy(EVIDENCE, at + 1, shorter, at, shorter.length - at);
              refuse(shorter, () -> "without byte " + at);
            });
  }

  @Test
  void everyDoubledByte_fails() {
    positions()
        .forEach(
            at -> {
              byte[] longer = Arrays.copyOf(EVIDENCE, EVIDENCE.length + 1);
              System.arraycopy(EVIDENCE, at, longer, at + 1, EVIDENCE.length - at);
              refuse(longer, () -> "with byte " + at + " twice");
            });
  }

  @Test
  void everyTruncation_failsAsFormat() {
    positions()
        .forEach(
            length -> {
              byte[] truncated = Arrays.copyOf(EVIDENCE, length);
              VerificationReport report = Checks.verify(truncated, WEAKEST);
              assertThat(report.firstFailure().orElseThrow().step())
                  .isEqualTo(Step.EVIDENCE_FORMAT);
            });
  }

  @Test
  void whiteSpaceBetweenTokens_isNoChange() {
    String spaced =
        new String(EVIDENCE, StandardCharsets.US_ASCII).replaceAll("([\\[\\]{}:,])", "\n\t$1 \r");
    assertThat(Checks.verify(spaced.getBytes(StandardCharsets.US_ASCII), WEAKEST).isValid())
        .isTrue();
  }

  private static void refuse(int at, int difference) {
    byte[] changed = EVIDENCE.clone();
    changed[at] ^= (byte) difference;
    refuse(changed, () -> "byte %d, '%c' to %d".formatted(at, EVIDENCE[at], changed[at]));
  }

  // Fluent assertions would take longer than the verifications.
  private static void refuse(byte[] changed, Supplier<String> change) {
    VerificationReport report = Checks.verify(changed, WEAKEST);
    if (report.isValid() || report.firstFailure().isEmpty()) {
      throw new AssertionError(change.get() + "\n" + report.toText());
    }
  }

  private static IntStream positions() {
    return IntStream.range(0, EVIDENCE.length).parallel();
  }

  private static TrustFile weakest(TrustFile trust) {
    TrustedNetwork network = trust.networks().get(EvidenceSample.NETWORK);
    TrustedContract contract = network.contracts().get(0);
    TrustedContract anySubmitter =
        new TrustedContract(contract.module(), contract.moduleHashes(), Optional.empty());
    TrustedNetwork weak =
        new TrustedNetwork(
            network.versionCode(), false, 0, List.of(anySubmitter), network.blocks());
    return new TrustFile(Map.of(EvidenceSample.NETWORK, weak), Set.of(), Optional.empty());
  }
}
