package dev.cairn.evidence.verify;

import static dev.cairn.evidence.verify.Checks.GOOD;
import static dev.cairn.evidence.verify.Checks.OTHER_HASH;
import static dev.cairn.evidence.verify.Checks.SAMPLE;
import static dev.cairn.evidence.verify.Checks.TRUST;
import static dev.cairn.evidence.verify.Checks.assertFails;
import static dev.cairn.evidence.verify.Checks.verify;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.merkle.ProofStep;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.chainweb.spv.SpvProofs;
import dev.cairn.chainweb.spv.SpvSource;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.sample.EvidenceSample;
import dev.cairn.evidence.sample.SampleOutput;
import dev.cairn.evidence.trust.PinnedBlock;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import dev.cairn.evidence.verify.StepResult.Status;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchorStepsTest {

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

  /** The block hash covers the hashes of adjacent parents, but not the numbers of their chains. */
  @Test
  void adjacentParentOnAnotherChain_failsHeaderHash() {
    byte[] bytes = GOOD.anchor().block().encode();
    int firstAdjacentChain = 50;
    assertThat(bytes[firstAdjacentChain]).isEqualTo((byte) 2);
    bytes[firstAdjacentChain] = 1;
    BlockHeader renamed = BlockHeader.decode(bytes);
    assertThat(renamed.hasValidHash()).isTrue();
    List<BlockHeader> headers = new ArrayList<>(GOOD.anchor().headers());
    headers.set(0, renamed);
    VerificationReport report =
        assertFails(Step.HEADER_HASH, Edits.withHeaders(GOOD, headers), withoutWork());
    assertThat(report.of(Step.HEADER_HASH).detail()).contains("neighbours");
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
}
