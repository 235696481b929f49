package dev.cairn.evidence.anchor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.pact.PactEvent;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchRoot;
import dev.cairn.evidence.batch.BatchTree;
import java.util.List;

/**
 * One {@code ANCHORED} event of a contract (pact/contracts/anchor.pact): parameters batch-id, root,
 * tree-size, algorithm, submitter.
 *
 * @param module full name of the module that emitted it
 * @param moduleHash base64url text; another version of the module has another one
 */
public record AnchoredBatch(
    BatchId batchId,
    BatchRoot root,
    int treeSize,
    String submitter,
    String module,
    String moduleHash) {
  private static final String EVENT_NAME = "ANCHORED";
  private static final int PARAMETERS = 5;

  public AnchoredBatch {
    if (treeSize < 1 || treeSize > BatchTree.MAX_SIZE) {
      throw new MalformedException(
          "A batch has 1 to %d leaves, not %d.".formatted(BatchTree.MAX_SIZE, treeSize));
    }
  }

  /** Whether the event, of whatever module, claims to anchor that batch. */
  public static boolean isClaimFor(BatchId batchId, PactEvent event) {
    List<JsonNode> params = event.params();
    return event.name().equals(EVENT_NAME)
        && params.size() == PARAMETERS
        && params.get(0).isTextual()
        && params.get(0).textValue().equals(batchId.toString());
  }

  /**
   * Reads the event.
   *
   * @throws MalformedException if its parameters are not those of the contract
   */
  public static AnchoredBatch of(PactEvent event) {
    List<JsonNode> params = event.params();
    if (!event.name().equals(EVENT_NAME) || params.size() != PARAMETERS) {
      throw new MalformedException("The event is not ANCHORED with five parameters.");
    }
    if (!text(params.get(3)).equals(BatchTree.ALGORITHM)) {
      throw new MalformedException("The batch was anchored with an unknown hash algorithm.");
    }
    return new AnchoredBatch(
        BatchId.parse(text(params.get(0))),
        BatchRoot.parse(text(params.get(1))),
        integer(params.get(2)),
        text(params.get(4)),
        event.module(),
        event.moduleHash());
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw new MalformedException("A parameter of ANCHORED is not a text.");
    }
    return value.textValue();
  }

  /** A Pact integer is {"int":n} (chainweb reference §7.4). */
  private static int integer(JsonNode value) {
    JsonNode number = value.path("int");
    if (value.size() != 1 || !number.isIntegralNumber() || !number.canConvertToInt()) {
      throw new MalformedException("The tree size of ANCHORED is not a small integer.");
    }
    return number.intValue();
  }
}
