package dev.cairn.evidence.verify;

import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.crypto.SignatureProvider;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptChecker;
import dev.cairn.evidence.receipt.ReceiptChecker.CheckedReceipt;
import dev.cairn.evidence.receipt.ReceiptClaims;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.receipt.ReceiptRejected;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.Findings.Found;
import java.util.Optional;

/** The steps that look at the receipt: receipt, gateway trusted. */
final class ReceiptSteps {
  private final ReceiptChecker checker;

  ReceiptSteps(SignatureProvider provider) {
    this.checker = new ReceiptChecker(provider);
  }

  void run(Evidence evidence, TrustFile trust, Findings findings) {
    if (evidence.receipt().isEmpty()) {
      findings.notChecked(Step.RECEIPT, "the evidence carries no receipt");
      findings.notChecked(Step.GATEWAY_TRUSTED, "the evidence carries no receipt");
      return;
    }
    Receipt receipt = evidence.receipt().get();
    ReceiptLeaf leaf =
        new ReceiptLeaf(evidence.event().id(), evidence.inclusion().batchId(), receipt.device());
    long eventTime = evidence.event().header().issuedAt();
    Optional<CheckedReceipt> checked =
        findings.find(Step.RECEIPT, () -> receiptHolds(receipt, leaf, eventTime));
    checked.ifPresent(known -> gatewayTrusted(known, trust, findings));
  }

  private Found<CheckedReceipt> receiptHolds(Receipt receipt, ReceiptLeaf leaf, long eventTime) {
    try {
      CheckedReceipt checked = checker.check(receipt, leaf);
      return new Found<>(checked, promise(checked.claims(), eventTime));
    } catch (ReceiptRejected rejected) {
      throw new StepFailure(String.valueOf(rejected.getMessage()));
    }
  }

  private static void gatewayTrusted(CheckedReceipt checked, TrustFile trust, Findings findings) {
    if (trust.gatewayKeys().isEmpty()) {
      findings.notChecked(Step.GATEWAY_TRUSTED, "the trust file lists no gateway keys");
      return;
    }
    findings.check(
        Step.GATEWAY_TRUSTED,
        () -> {
          StepFailure.unless(
              trust.gatewayKeys().contains(checked.gateway()),
              "the trust file does not list " + checked.gateway());
          return checked.gateway().toString();
        });
  }

  /** How late the event came stands between what the two parties signed: iat and iat. */
  private static String promise(ReceiptClaims claims, long eventTime) {
    return "promised at %d for %d, in seconds since 1970; the event is dated %d s before"
        .formatted(claims.issuedAt(), claims.anchorBy(), claims.issuedAt() - eventTime);
  }
}
