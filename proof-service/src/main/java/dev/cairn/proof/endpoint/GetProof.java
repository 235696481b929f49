package dev.cairn.proof.endpoint;

import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.evidence.Anchor;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.evidence.batch.BatchTree;
import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Schema;
import dev.cairn.proof.assembly.EvidenceAssembly;
import dev.cairn.proof.assembly.ProvedBatch;
import dev.cairn.proof.life.BatchView;
import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The anchor part of a batch's evidence: what all its events have in common. */
final class GetProof implements Endpoint {
  private static final Wait NO_WAIT = new Wait(Optional.empty(), Duration.ZERO);

  private static final Schema SCHEMA =
      Schema.object(
          "The proof that a batch's root is on the chain.",
          List.of(
              required("batchId", Schema.string("UUID of version 7")),
              required("hash", Schema.string("hash algorithm of the batch's tree")),
              required("root", Schema.string("the batch's root, base64url")),
              required("treeSize", Schema.integer("number of leaves")),
              required("anchor", Schema.anyObject("the member `anchor` of evidence, version 1")),
              required("hints", Schema.anyObject("where to go on"))));

  private final Lookup lookup;
  private final EvidenceAssembly assembly;

  GetProof(Lookup lookup, EvidenceAssembly assembly) {
    this.lookup = lookup;
    this.assembly = assembly;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
        "/v1/proof/{batchId}",
        "getProof",
        "The anchor of a batch: transaction, SPV proof, block headers.",
        List.of(GetBatch.BATCH_ID),
        List.of(Answer.json(200, "the proof; may be kept, has an entity tag", SCHEMA)),
        List.of(
            ProblemType.INVALID_REQUEST,
            ProofProblems.UNKNOWN_BATCH,
            ProofProblems.NOT_PROVED_YET,
            ProofProblems.CATCHING_UP));
  }

  @Override
  public void handle(RoutingContext context) {
    BatchId id = new Query(context).batchId();
    lookup
        .batch(context, id, NO_WAIT)
        .compose(view -> proof(context, view))
        .onSuccess(bytes -> Keepable.send(context, "application/json", bytes))
        .onFailure(context::fail);
  }

  private Future<byte[]> proof(RoutingContext context, BatchView view) {
    return Patience.onWorker(
        context,
        () ->
            assembly
                .batch(view.head().id())
                .map(batch -> json(batch).toString().getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> ProofProblems.notProvedYet(view)));
  }

  private static ObjectNode json(ProvedBatch batch) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("batchId", batch.id().toString())
            .put("hash", BatchTree.ALGORITHM)
            .put("root", batch.tree().root().toString())
            .put("treeSize", batch.tree().size());
    json.set("anchor", anchor(batch.anchor()));
    json.putObject("hints")
        .put("confirmations", batch.anchor().headers().size() - 1)
        .put("evidence", "/v1/evidence/{eventId}")
        .put("trust", "/v1/trust")
        .put("verify", "/v1/proof/verify");
    return json;
  }

  // The members of evidence §5 of the design, in its order.
  private static ObjectNode anchor(Anchor anchor) {
    ObjectNode json =
        JsonNodeFactory.instance
            .objectNode()
            .put("network", anchor.network())
            .put("chainId", anchor.chainId().value())
            .put("requestKey", anchor.requestKey().toString())
            .put("transactionIndex", anchor.transactionIndex())
            .put("blockHeight", anchor.blockHeight().value())
            .put("blockHash", anchor.blockHash().toString());
    json.set("spv", anchor.spv().toJsonObject());
    ArrayNode headers = json.putArray("headers");
    anchor.headers().stream().map(BlockHeader::toBase64Url).forEach(headers::add);
    return json;
  }
}
