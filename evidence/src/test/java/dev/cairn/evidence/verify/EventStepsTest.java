package dev.cairn.evidence.verify;

import static dev.cairn.evidence.verify.Checks.GOOD;
import static dev.cairn.evidence.verify.Checks.SAMPLE;
import static dev.cairn.evidence.verify.Checks.TRUST;
import static dev.cairn.evidence.verify.Checks.assertFails;
import static dev.cairn.evidence.verify.Checks.parse;
import static dev.cairn.evidence.verify.Checks.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.Hash;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.jws.CompactJws;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.StepResult.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventStepsTest {

  @Test
  void eventOfAnotherKey_failsSignature() {
    String kid = GOOD.event().signer().value();
    Event forged = forge(kid, SigningKey.fromEd25519Seed(new byte[32]));
    Evidence evidence = new Evidence(forged, GOOD.inclusion(), GOOD.anchor(), GOOD.receipt());
    VerificationReport report = assertFails(Step.SIGNATURE, evidence, TRUST);
    assertThat(report.of(Step.LEAF_IN_BATCH).status()).isEqualTo(Status.FAILED);
  }

  @Test
  void otherEventOfTheSigner_failsLeafInBatch() {
    Evidence evidence =
        new Evidence(SAMPLE.events().get(3), GOOD.inclusion(), GOOD.anchor(), Optional.empty());
    assertFails(Step.LEAF_IN_BATCH, evidence, TRUST);
  }

  @Test
  void signerNotListed_failsSignerTrusted() {
    TrustFile nobody = new TrustFile(TRUST.networks(), TRUST.gatewayKeys(), Optional.of(Set.of()));
    assertFails(Step.SIGNER_TRUSTED, GOOD, nobody);
  }

  @Test
  void eventInTheGatewaysName_needsAGatewaysKey() {
    EventDraft draft = EventDraft.of(new byte[0], "1", 1);
    Event pretended = parse(EventSigner.signForSource(EvidenceSample.SIGNER, draft));
    Event real = parse(EventSigner.signForSource(EvidenceSample.GATEWAY, draft));
    assertThat(statusOf(Step.SIGNER_TRUSTED, pretended)).isEqualTo(Status.FAILED);
    assertThat(statusOf(Step.SIGNER_TRUSTED, real)).isEqualTo(Status.PASSED);
  }

  @Test
  void missingExtraOrSwappedPathHash_failsLeafInBatch() {
    List<Hash> path = GOOD.inclusion().path();
    List<Hash> extra = new ArrayList<>(path);
    extra.add(path.get(0));
    List<Hash> swapped = new ArrayList<>(path);
    Collections.swap(swapped, 0, 1);
    for (List<Hash> broken : List.of(path.subList(1, path.size()), extra, swapped)) {
      Inclusion i = GOOD.inclusion();
      Inclusion changed = new Inclusion(i.batchId(), i.leafIndex(), i.treeSize(), broken, i.root());
      assertFails(Step.LEAF_IN_BATCH, Edits.with(GOOD, changed), TRUST);
    }
  }

  @Test
  void otherTreeSize_failsRootInOutput() {
    Inclusion i = GOOD.inclusion();
    Inclusion changed =
        new Inclusion(i.batchId(), i.leafIndex(), i.treeSize() + 1, i.path(), i.root());
    assertFails(Step.ROOT_IN_OUTPUT, Edits.with(GOOD, changed), TRUST);
  }

  @Test
  void batchThatWasNotAnchored_failsRootInOutput() {
    Inclusion i = GOOD.inclusion();
    BatchId other = BatchId.next(1, new Random(9));
    Inclusion changed = new Inclusion(other, i.leafIndex(), i.treeSize(), i.path(), i.root());
    assertFails(Step.ROOT_IN_OUTPUT, Edits.with(GOOD, changed), TRUST);
  }

  @Test
  void receiptForAnotherBatch_failsReceipt() {
    ReceiptLeaf leaf = new ReceiptLeaf(GOOD.event().id(), BatchId.next(1, new Random(5)));
    Receipt other = new ReceiptIssuer(EvidenceSample.GATEWAY).issue(List.of(leaf), 1, 2).get(0);
    assertFails(Step.RECEIPT, Edits.with(GOOD, Optional.of(other)), TRUST);
  }

  @Test
  void receiptOfAnUnknownGateway_failsGatewayTrustedOrIsNotChecked() {
    ReceiptLeaf leaf = new ReceiptLeaf(GOOD.event().id(), GOOD.inclusion().batchId());
    Receipt other = new ReceiptIssuer(EvidenceSample.SIGNER).issue(List.of(leaf), 1, 2).get(0);
    Evidence evidence = Edits.with(GOOD, Optional.of(other));
    assertFails(Step.GATEWAY_TRUSTED, evidence, TRUST);

    TrustFile noGateways = new TrustFile(TRUST.networks(), Set.of(), TRUST.signers());
    VerificationReport report = verify(evidence, noGateways);
    assertThat(report.isValid()).isTrue();
    assertThat(report.of(Step.RECEIPT).status()).isEqualTo(Status.PASSED);
    assertThat(report.of(Step.GATEWAY_TRUSTED).detail())
        .isEqualTo("the trust file lists no gateway keys");
  }

  @Test
  void evidenceWithoutReceipt_saysSo() {
    VerificationReport report = verify(Edits.with(GOOD, Optional.<Receipt>empty()), TRUST);
    assertThat(report.isValid()).isTrue();
    assertThat(report.of(Step.RECEIPT).status()).isEqualTo(Status.NOT_CHECKED);
  }

  private Status statusOf(Step step, Event event) {
    Evidence evidence = new Evidence(event, GOOD.inclusion(), GOOD.anchor(), Optional.empty());
    return verify(evidence, TRUST).of(step).status();
  }

  private static Event forge(String kid, SigningKey otherKey) {
    String own = parse(EventSigner.sign(otherKey, EventDraft.of(new byte[0], "1", 1))).compact();
    String header =
        new String(Base64Url.decode(own.substring(0, own.indexOf('.'))), StandardCharsets.UTF_8)
            .replace(otherKey.didKey().toString(), kid);
    return parse(
        CompactJws.sign(otherKey, header.getBytes(StandardCharsets.UTF_8), new byte[0]).bytes());
  }
}
