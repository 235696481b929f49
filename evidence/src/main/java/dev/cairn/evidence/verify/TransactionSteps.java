package dev.cairn.evidence.verify;

import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.ProofStep;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.spv.CheckedOutput;
import dev.cairn.chainweb.spv.SpvChecker;
import dev.cairn.chainweb.spv.SpvProof;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.verify.Findings.Found;
import java.util.List;
import java.util.Optional;

/** The steps that look at the transaction: output in block, transaction succeeded. */
final class TransactionSteps {
  /** From the payload hash, item 4 of the 11 to 16 items of a header's log, to the block hash. */
  private static final int HEADER_STEPS = 4;

  private TransactionSteps() {}

  /** The transaction's result, if the proof ties it to the block. */
  static Optional<CommandResult> run(Anchor anchor, Findings findings) {
    Optional<CommandResult> result =
        findings.find(Step.OUTPUT_IN_BLOCK, () -> outputInBlock(anchor));
    result.ifPresent(known -> findings.check(Step.TRANSACTION_SUCCEEDED, () -> succeeded(known)));
    return result;
  }

  private static Found<CommandResult> outputInBlock(Anchor anchor) {
    CheckedOutput output = SpvChecker.checkOutput(anchor.spv(), anchor.transactionIndex());
    StepFailure.unless(
        output.root().equals(anchor.block().hash()), "the proof does not lead to the block");
    StepFailure.unless(
        output.target().equals(anchor.chainId()) && output.source().equals(anchor.chainId()),
        "the proof is not one from the block's chain to itself");
    StepFailure.unless(
        payloadHash(anchor.spv()).equals(anchor.block().payloadHash()),
        "the proof does not pass through the block's own payload");
    CommandResult result = CommandResult.parse(output.output());
    StepFailure.unless(
        result.requestKey().equals(anchor.requestKey().toString()),
        "the output is that of another transaction than requestKey");
    return new Found<>(result, "transaction " + anchor.transactionIndex() + " of the block");
  }

  /** Where the proof enters the header: a longer one would lead to a descendant of its block. */
  private static Hash payloadHash(SpvProof proof) {
    List<ProofStep> steps = proof.object().steps();
    List<ProofStep> belowHeader = steps.subList(0, Math.max(0, steps.size() - HEADER_STEPS));
    return new InclusionProof(proof.object().position(), belowHeader).run(proof.subject());
  }

  private static String succeeded(CommandResult result) {
    StepFailure.unless(result.success(), "the transaction's status is failure");
    return "status success";
  }
}
