package dev.cairn.evidence.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.merkle.ProofStep;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.chainweb.spv.SpvProofs;
import dev.cairn.chainweb.spv.SpvSource;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.event.Event;
import dev.cairn.evidence.event.EventDraft;
import dev.cairn.evidence.event.EventParser;
import dev.cairn.evidence.event.EventSigner;
import dev.cairn.evidence.jws.CompactJws;
import dev.cairn.evidence.receipt.Receipt;
import dev.cairn.evidence.receipt.ReceiptIssuer;
import dev.cairn.evidence.receipt.ReceiptLeaf;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.sample.SampleOutput;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import dev.cairn.evidence.verify.StepResult.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EvidenceVerifierTest {
  private static final EvidenceSample SAMPLE = EvidenceSample.of(37);
  private static final Evidence GOOD = SAMPLE.evidence(17);
  private static final TrustFile TRUST = SAMPLE.trust();
  private static final String OTHER_HASH = "A".repeat(43);

  private final EvidenceVerifier verifier = new EvidenceVerifier(SignatureProviders.best());

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

  // ---- event

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

  // ---- batch

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

  // ---- contract

  @ParameterizedTest
  @CsvSource({
    "free.cairn-anchor, AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "free.cairn-anchor2, MQo82uR0HsBqMUW-QLXs5rp_YPjcYLOUgg6EjErz1q0",
    "evil.cairn-anchor, MQo82uR0HsBqMUW-QLXs5rp_YPjcYLOUgg6EjErz1q0"
  })
  void otherContract_failsContractTrusted(String module, String moduleHash) {
    EvidenceSample sample = EvidenceSample.of(3, output -> output.from(module, moduleHash));
    assertFails(Step.CONTRACT_TRUSTED, sample.evidence(1), sample.trust());
  }

  @Test
  void submitterNotListed_failsContractTrusted() {
    TrustedContract strict =
        new TrustedContract(
            SampleOutput.MODULE, Set.of(SampleOutput.MODULE_HASH), Optional.of(Set.of("other")));
    assertFails(Step.CONTRACT_TRUSTED, GOOD, Edits.withContract(TRUST, strict));
  }

  @Test
  void claimOfAStrangeModuleBesideTheTrustedOne_doesNotCount() {
    EvidenceSample sample =
        EvidenceSample.of(
            3,
            output ->
                output
                    .from("evil.anchor", OTHER_HASH)
                    .anchoring(EvidenceSample.of(3).batchId(), OTHER_HASH, 3)
                    .from(SampleOutput.MODULE, SampleOutput.MODULE_HASH));
    assertThat(verify(sample.evidence(1), sample.trust()).isValid()).isTrue();
  }

  @Test
  void otherRootOfTheTrustedContract_failsRootInOutput() {
    EvidenceSample sample =
        EvidenceSample.of(
            3, output -> output.anchoring(EvidenceSample.of(3).batchId(), OTHER_HASH, 3));
    assertFails(Step.ROOT_IN_OUTPUT, sample.evidence(1), sample.trust());
  }

  @Test
  void failedTransaction_failsTransactionSucceeded() {
    EvidenceSample sample = EvidenceSample.of(3, output -> output.withStatus("failure"));
    assertFails(Step.TRANSACTION_SUCCEEDED, sample.evidence(1), sample.trust());
  }

  // ---- proof

  @Test
  void missingExtraOrSwappedProofStep_failsOutputInBlock() {
    List<ProofStep> steps = GOOD.anchor().spv().object().steps();
    for (int at = 0; at < steps.size(); at++) {
      List<ProofStep> missing = new ArrayList<>(steps);
      missing.remove(at);
      List<ProofStep> extra = new ArrayList<>(steps);
      extra.add(at, steps.get(at));
      assertFails(Step.OUTPUT_IN_BLOCK, Edits.withSteps(GOOD, missing), TRUST);
      assertFails(Step.OUTPUT_IN_BLOCK, Edits.withSteps(GOOD, extra), TRUST);
      if (at > 0) {
        List<ProofStep> swapped = new ArrayList<>(steps);
        Collections.swap(swapped, at, at - 1);
        assertFails(Step.OUTPUT_IN_BLOCK, Edits.withSteps(GOOD, swapped), TRUST);
      }
    }
  }

  @Test
  void proofOfAnotherTransaction_failsOutputInBlock() {
    SpvSource source = SpvSource.sameBlock(SAMPLE.payload(), GOOD.anchor().block());
    for (int index : new int[] {0, 1, 2, 4, 5}) {
      SpvProof other = SpvProofs.proveOutput(source, index);
      assertFails(Step.OUTPUT_IN_BLOCK, Edits.withSpv(GOOD, other, index), TRUST);
    }
    SpvProof notAnOutput = SpvProofs.proveTransaction(source, 3);
    assertFails(Step.OUTPUT_IN_BLOCK, Edits.withSpv(GOOD, notAnOutput, 3), TRUST);
    assertFails(Step.OUTPUT_IN_BLOCK, Edits.withSpv(GOOD, GOOD.anchor().spv(), 4), TRUST);
  }

  /** The longer proof is true, but it would let evidence name a later block than the anchor's. */
  @Test
  void proofIntoADescendant_failsOutputInBlock() {
    List<BlockHeader> headers = GOOD.anchor().headers();
    SpvSource longer = new SpvSource(SAMPLE.payload(), headers.subList(0, 2), List.of());
    Evidence evidence =
        Edits.withHeaders(
            Edits.withSpv(GOOD, SpvProofs.proveOutput(longer, 3), 3),
            headers.subList(1, headers.size()));
    VerificationReport report = verify(evidence, TRUST);
    assertThat(report.of(Step.OUTPUT_IN_BLOCK).status()).isEqualTo(Status.FAILED);
    assertThat(report.of(Step.OUTPUT_IN_BLOCK).detail()).contains("own payload");
  }

  // ---- headers

  @Test
  void headerThatMissesItsTarget_failsProofOfWork() {
    List<BlockHeader> headers = new ArrayList<>(GOOD.anchor().headers());
    int last = headers.size() - 1;
    headers.set(last, unsolved(headers.get(last)));
    Evidence evidence = Edits.withHeaders(GOOD, headers);
    assertFails(Step.PROOF_OF_WORK, evidence, TRUST);
    assertThat(verify(evidence, withoutWork()).isValid()).isTrue();
  }

  @Test
  void proofOfWorkSwitchedOff_isNotChecked() {
    VerificationReport report = verify(GOOD, withoutWork());
    assertThat(report.isValid()).isTrue();
    assertThat(report.of(Step.PROOF_OF_WORK).status()).isEqualTo(Status.NOT_CHECKED);
    assertThat(report.of(Step.PROOF_OF_WORK).detail())
        .isEqualTo("network sample-net has proof of work off");
  }

  @Test
  void tooFewHeaders_failConfirmations() {
    List<BlockHeader> headers = GOOD.anchor().headers();
    assertFails(Step.CONFIRMATIONS, Edits.withHeaders(GOOD, headers.subList(0, 3)), TRUST);
  }

  @Test
  void headersOutOfOrderOrTwice_failConfirmations() {
    List<BlockHeader> swapped = new ArrayList<>(GOOD.anchor().headers());
    Collections.swap(swapped, 1, 2);
    List<BlockHeader> twice = new ArrayList<>(GOOD.anchor().headers());
    twice.add(1, twice.get(1));
    assertFails(Step.CONFIRMATIONS, Edits.withHeaders(GOOD, swapped), TRUST);
    assertFails(Step.CONFIRMATIONS, Edits.withHeaders(GOOD, twice), TRUST);
  }

  @Test
  void pinnedConfirmation_isTrustedToo() {
    for (BlockHeader header : GOOD.anchor().headers()) {
      TrustFile trust = Edits.withBlocks(TRUST, Set.of(PinnedBlock.of(header)));
      assertThat(verify(GOOD, trust).isValid()).isTrue();
    }
  }

  @Test
  void blockThatIsNotPinned_failsBlockTrusted() {
    PinnedBlock pin = PinnedBlock.of(GOOD.anchor().block());
    PinnedBlock otherHash = new PinnedBlock(pin.chainId(), pin.height(), Hash.parse(OTHER_HASH));
    PinnedBlock otherHeight = new PinnedBlock(pin.chainId(), BlockHeight.ZERO, pin.hash());
    for (Set<PinnedBlock> pins : List.of(Set.<PinnedBlock>of(), Set.of(otherHash, otherHeight))) {
      assertFails(Step.BLOCK_TRUSTED, GOOD, Edits.withBlocks(TRUST, pins));
    }
  }

  @Test
  void unknownNetwork_failsBlockTrusted() {
    VerificationReport report =
        assertFails(Step.BLOCK_TRUSTED, Edits.withNetwork(GOOD, "mainnet01"), TRUST);
    assertThat(report.of(Step.CONTRACT_TRUSTED).status()).isEqualTo(Status.NOT_CHECKED);
  }

  @Test
  void otherVersionCode_failsBlockTrusted() {
    TrustedNetwork n = Edits.network(TRUST);
    TrustedNetwork other =
        new TrustedNetwork(5, true, n.confirmations(), n.contracts(), n.blocks());
    assertFails(Step.BLOCK_TRUSTED, GOOD, Edits.with(TRUST, other));
  }

  @Test
  void blockFieldsThatAreNotTheHeaders_failHeaderHash() {
    Anchor a = GOOD.anchor();
    Anchor moved =
        new Anchor(
            a.network(),
            a.chainId(),
            a.requestKey(),
            a.transactionIndex(),
            a.blockHeight().plus(1),
            a.blockHash(),
            a.spv(),
            a.headers());
    assertFails(Step.HEADER_HASH, Edits.with(GOOD, moved), TRUST);
  }

  // ---- receipt

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

  // ---- form

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
          VerificationReport report = verifier.verify(text.getBytes(StandardCharsets.UTF_8), TRUST);
          assertThat(report.isValid()).isFalse();
          assertThat(report.firstFailure().orElseThrow().step()).as(text).isEqualTo(step);
        });
  }

  @Test
  void hugeInput_isRefusedUnread() {
    VerificationReport report = verifier.verify(new byte[3 << 20], TRUST);
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

  // ---- helpers

  private VerificationReport assertFails(Step step, Evidence evidence, TrustFile trust) {
    VerificationReport report = verify(evidence, trust);
    assertThat(report.isValid()).isFalse();
    assertThat(report.firstFailure().map(StepResult::step)).as(report.toText()).contains(step);
    return report;
  }

  private VerificationReport verify(Evidence evidence, TrustFile trust) {
    return verifier.verify(bytes(evidence), trust);
  }

  private Status statusOf(Step step, Event event) {
    Evidence evidence = new Evidence(event, GOOD.inclusion(), GOOD.anchor(), Optional.empty());
    return verify(evidence, TRUST).of(step).status();
  }

  private static TrustFile withoutWork() {
    TrustedNetwork n = Edits.network(TRUST);
    return Edits.with(
        TRUST,
        new TrustedNetwork(n.versionCode(), false, n.confirmations(), n.contracts(), n.blocks()));
  }

  private static BlockHeader unsolved(BlockHeader header) {
    BlockHeader changed = header;
    for (long nonce = 1000; changed.meetsTarget(); nonce++) {
      changed = header.withSolution(nonce, header.creationTime());
    }
    return changed;
  }

  private static Event forge(String kid, SigningKey otherKey) {
    String own = parse(EventSigner.sign(otherKey, EventDraft.of(new byte[0], "1", 1))).compact();
    String header =
        new String(Base64Url.decode(own.substring(0, own.indexOf('.'))), StandardCharsets.UTF_8)
            .replace(otherKey.didKey().toString(), kid);
    return parse(
        CompactJws.sign(otherKey, header.getBytes(StandardCharsets.UTF_8), new byte[0]).bytes());
  }

  private static Event parse(byte[] jws) {
    return new EventParser().parse(jws);
  }

  private static byte[] bytes(Evidence evidence) {
    return evidence.toJson().getBytes(StandardCharsets.UTF_8);
  }
}
