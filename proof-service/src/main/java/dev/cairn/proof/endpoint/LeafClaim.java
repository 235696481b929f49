package dev.cairn.proof.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.Hash;
import dev.cairn.chainweb.JsonFields;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.evidence.Inclusion;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.evidence.batch.InclusionCheck;
import dev.cairn.evidence.batch.LeafIndex;
import dev.cairn.evidence.event.EventId;
import dev.cairn.evidence.verify.Step;
import dev.cairn.evidence.verify.StepResult.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The claim that an event is a leaf under a root, {@code {"proof","merkleRoot","leafData"}}. The
 * proof is the member {@code inclusion} of evidence; of it, index, size and path are needed.
 */
record LeafClaim(EventId leaf, LeafIndex index, int treeSize, List<Hash> path, BatchRoot root) {
  private static final Set<String> MEMBERS = Set.of("proof", "merkleRoot", "leafData");
  private static final Set<String> PROOF_MEMBERS =
      Set.of("hash", "batchId", "leafIndex", "treeSize", "path", "root");

  LeafClaim {
    path = List.copyOf(path);
  }

  /** Reads the claim; what is out of form is a {@link MalformedException}. */
  static LeafClaim read(JsonNode json) {
    JsonFields claim = JsonFields.of(json, "claim").only(MEMBERS);
    JsonFields proof = JsonFields.of(claim.object("proof"), "proof").only(PROOF_MEMBERS);
    if (proof.has("hash") && !proof.text("hash").equals(BatchTree.ALGORITHM)) {
      throw new MalformedException("\"hash\" of a proof is " + BatchTree.ALGORITHM + ".");
    }
    BatchRoot root = new BatchRoot(claim.hash("merkleRoot"));
    if (proof.has("root") && !proof.hash("root").equals(root.hash())) {
      throw new MalformedException("\"root\" of the proof and \"merkleRoot\" are not the same.");
    }
    return new LeafClaim(
        EventId.ofEvent(claim.text("leafData").getBytes(StandardCharsets.UTF_8)),
        new LeafIndex(proof.intValue("leafIndex")),
        proof.intValue("treeSize"),
        path(proof.array("path")),
        root);
  }

  private static List<Hash> path(JsonNode array) {
    if (array.size() > Inclusion.MAX_PATH) {
      throw new MalformedException(
          "A path has at most " + Inclusion.MAX_PATH + " hashes, not " + array.size() + ".");
    }
    List<Hash> path = new ArrayList<>();
    for (JsonNode hash : array) {
      if (!hash.isTextual()) {
        throw new MalformedException("A path is a list of base64url texts.");
      }
      path.add(Hash.parse(hash.textValue()));
    }
    return path;
  }

  /** The report, in the form of evidence's, about the one step that can be checked. */
  ObjectNode report() {
    boolean holds = InclusionCheck.checkInclusion(leaf.hash(), index, treeSize, path, root);
    ObjectNode report =
        JsonNodeFactory.instance
            .objectNode()
            .put("verdict", holds ? "valid" : "invalid")
            .put("scope", "inclusion");
    if (!holds) {
      report.put("failedStep", Step.LEAF_IN_BATCH.label());
    }
    ArrayNode steps = report.putArray("steps");
    for (Step step : Step.values()) {
      addStep(steps, step, holds);
    }
    return report;
  }

  private void addStep(ArrayNode steps, Step step, boolean holds) {
    ObjectNode result = steps.addObject().put("step", step.label());
    if (step != Step.LEAF_IN_BATCH) {
      result
          .put("status", Status.NOT_CHECKED.label())
          .put("detail", "a path alone says nothing of it; send evidence");
    } else if (holds) {
      result
          .put("status", Status.PASSED.label())
          .put("detail", "leaf " + index + " of " + treeSize + " under the given root");
    } else {
      result
          .put("status", Status.FAILED.label())
          .put("detail", "the path does not lead from the leaf to the given root");
    }
  }
}
