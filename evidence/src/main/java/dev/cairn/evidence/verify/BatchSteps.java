package dev.cairn.evidence.verify;

import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactEvent;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.anchor.AnchoredBatch;
import dev.cairn.evidence.batch.InclusionCheck;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.trust.TrustedContract;
import dev.cairn.evidence.trust.TrustedNetwork;
import dev.cairn.evidence.verify.Findings.Found;
import java.util.List;
import java.util.Optional;

/**
 * The steps between the event and the transaction: leaf in batch, root in transaction output,
 * contract and module trusted. Root and size come from the anchored event, never from the path.
 */
final class BatchSteps {
  private BatchSteps() {}

  static void run(
      Evidence evidence,
      CommandResult result,
      Optional<TrustedNetwork> network,
      Findings findings) {
    Inclusion inclusion = evidence.inclusion();
    List<TrustedContract> contracts = network.map(TrustedNetwork::contracts).orElse(List.of());
    Optional<AnchoredBatch> anchored =
        findings.find(Step.ROOT_IN_OUTPUT, () -> rootInOutput(inclusion, result, contracts));
    if (anchored.isEmpty()) {
      return;
    }
    AnchoredBatch batch = anchored.get();
    findings.check(Step.LEAF_IN_BATCH, () -> leafInBatch(evidence.event().id(), inclusion, batch));
    if (network.isPresent()) {
      findings.check(Step.CONTRACT_TRUSTED, () -> contractTrusted(batch, contracts));
    }
  }

  private static Found<AnchoredBatch> rootInOutput(
      Inclusion inclusion, CommandResult result, List<TrustedContract> contracts) {
    AnchoredBatch batch = AnchoredBatch.of(claim(inclusion, result, contracts));
    StepFailure.unless(batch.root().equals(inclusion.root()), "the anchored root is another one");
    StepFailure.unless(
        batch.treeSize() == inclusion.treeSize(),
        "the anchored batch has " + batch.treeSize() + " leaves");
    return new Found<>(batch, "batch " + batch.batchId() + " anchored by " + batch.submitter());
  }

  /** A strange module may emit a claim of the same name beside the trusted one: that one counts. */
  private static PactEvent claim(
      Inclusion inclusion, CommandResult result, List<TrustedContract> contracts) {
    List<PactEvent> claims =
        result.events().stream()
            .filter(event -> AnchoredBatch.isClaimFor(inclusion.batchId(), event))
            .toList();
    return claims.stream()
        .filter(event -> contracts.stream().anyMatch(contract -> contract.isSourceOf(event)))
        .findFirst()
        .or(() -> claims.stream().findFirst())
        .orElseThrow(() -> new StepFailure("the output has no ANCHORED event of the batch"));
  }

  private static String leafInBatch(EventId leaf, Inclusion inclusion, AnchoredBatch batch) {
    StepFailure.unless(
        InclusionCheck.checkInclusion(
            leaf.hash(), inclusion.leafIndex(), batch.treeSize(), inclusion.path(), batch.root()),
        "the path does not lead from the event, at its index, to the anchored root");
    return "leaf " + inclusion.leafIndex() + " of " + batch.treeSize();
  }

  private static String contractTrusted(AnchoredBatch batch, List<TrustedContract> contracts) {
    TrustedContract contract =
        contracts.stream()
            .filter(candidate -> candidate.module().equals(batch.module()))
            .findFirst()
            .orElseThrow(
                () -> new StepFailure("the trust file does not know module " + batch.module()));
    StepFailure.unless(
        contract.moduleHashes().contains(batch.moduleHash()),
        "the trust file does not know this version of " + batch.module());
    StepFailure.unless(
        contract.admitsSubmitter(batch.submitter()),
        "the trust file does not admit submitter " + batch.submitter());
    return batch.module() + " " + batch.moduleHash();
  }
}
