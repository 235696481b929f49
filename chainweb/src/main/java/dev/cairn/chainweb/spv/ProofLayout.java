package dev.cairn.chainweb.spv;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.header.ChainIdLeaf;
import dev.cairn.chainweb.merkle.InclusionProof;
import dev.cairn.chainweb.merkle.ProofStep;
import dev.cairn.chainweb.merkle.Side;
import java.util.List;
import java.util.Optional;

/**
 * Where the trees of a proof begin and end (reference §5.2).
 *
 * <p>The steps are [innermost tree][payload tree: one step][header tree of the source block]… and
 * carry no marks, and the length of the header part depends on the graph. But the payload hash is
 * item 4 of its header tree, so the first step there has the chain id leaf, item 5, on its right:
 * one of few known hashes, which nothing before it in a proof can have. The step ahead of it is the
 * payload tree, all steps ahead of that are the innermost tree.
 *
 * @param innermost the path in the outputs or transactions tree
 * @param source the chain that the leaf names
 */
record ProofLayout(InclusionProof innermost, ChainId source) {

  // One step of the payload tree stands before the header part.
  private static final int FIRST_HEADER_STEP = 1;

  static ProofLayout of(InclusionProof object, Side payloadSide) {
    List<ProofStep> steps = object.steps();
    for (int i = FIRST_HEADER_STEP; i < steps.size(); i++) {
      Optional<ChainId> source = sourceChain(steps.get(i));
      if (source.isPresent()) {
        requirePayloadStep(steps.get(i - 1), payloadSide);
        return new ProofLayout(
            new InclusionProof(object.position(), steps.subList(0, i - 1)), source.get());
      }
    }
    throw new InvalidProofException("No step of the proof leads into a block header.");
  }

  private static Optional<ChainId> sourceChain(ProofStep step) {
    Hash sibling = step.sibling();
    return step.side() == Side.RIGHT ? ChainIdLeaf.chainOf(sibling) : Optional.empty();
  }

  private static void requirePayloadStep(ProofStep step, Side side) {
    if (step.side() != side) {
      throw new InvalidProofException(
          "The step into the payload tree has its sibling on the wrong side.");
    }
  }
}
