package dev.cairn.evidence.verify;

import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.EvidencePart;
import dev.cairn.evidence.MalformedEvidence;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedNetwork;
import java.util.Optional;

/**
 * Verifies evidence offline. Reporting follows the order of {@link Step}; checking goes from the
 * block inwards, so that every size and root used has been authenticated by a step before. Safe for
 * use by many threads.
 */
public final class EvidenceVerifier {
  private final EventSteps eventSteps;
  private final ReceiptSteps receiptSteps;

  public EvidenceVerifier(SignatureProvider provider) {
    this.eventSteps = new EventSteps(provider);
    this.receiptSteps = new ReceiptSteps(provider);
  }

  /** Verifies the JSON form; whatever the bytes are, the answer is a report. */
  public VerificationReport verify(byte[] json, TrustFile trust) {
    Findings findings = new Findings();
    try {
      Evidence evidence = Evidence.parse(json);
      findings.check(Step.EVIDENCE_FORMAT, () -> json.length + " bytes");
      run(evidence, trust, findings);
    } catch (MalformedEvidence malformed) {
      findings.failed(stepOf(malformed.part()), malformed.detail());
    }
    return findings.report();
  }

  private void run(Evidence evidence, TrustFile trust, Findings findings) {
    String name = evidence.anchor().network();
    Optional<TrustedNetwork> network = trust.network(name);
    eventSteps.run(evidence.event(), evidence.receipt().flatMap(Receipt::device), trust, findings);
    HeaderSteps.hashes(evidence.anchor(), findings);
    Optional<CommandResult> result = TransactionSteps.run(evidence.anchor(), findings);
    result.ifPresent(known -> BatchSteps.run(evidence, known, network, findings));
    network.ifPresentOrElse(
        known -> HeaderSteps.trust(evidence.anchor(), known, findings),
        () -> findings.failed(Step.BLOCK_TRUSTED, "the trust file has no network " + name));
    receiptSteps.run(evidence, trust, findings);
  }

  private static Step stepOf(EvidencePart part) {
    return switch (part) {
      case FORMAT -> Step.EVIDENCE_FORMAT;
      case EVENT -> Step.SIGNATURE;
      case INCLUSION -> Step.LEAF_IN_BATCH;
      case TRANSACTION -> Step.OUTPUT_IN_BLOCK;
      case HEADERS -> Step.HEADER_HASH;
      case RECEIPT -> Step.RECEIPT;
    };
  }
}
