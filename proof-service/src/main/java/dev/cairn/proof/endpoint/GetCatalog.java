package dev.cairn.proof.endpoint;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.evidence.batch.BatchId;
import dev.cairn.http.Answer;
import dev.cairn.http.Caller;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Gatekeeper;
import dev.cairn.http.Parameter;
import dev.cairn.http.Permission;
import dev.cairn.http.ProblemType;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import dev.cairn.proof.life.BatchHead;
import dev.cairn.proof.store.CatalogTable.Range;
import dev.cairn.proof.store.ProofStore;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The batches of a tenant, page by page in the order of their opening. A batch keeps its place, so
 * going on after the last batch of a page neither repeats nor skips one.
 */
final class GetCatalog implements Endpoint {
  static final int DEFAULT_LIMIT = 100;

  /** Some 400 kB of answer, and 3,000 point reads. */
  static final int MAX_LIMIT = 1000;

  private final Lookup lookup;
  private final ProofStore store;

  GetCatalog(Lookup lookup, ProofStore store) {
    this.lookup = lookup;
    this.store = store;
  }

  @Override
  public EndpointSpec spec() {
    return EndpointSpec.get(
            "/v1/audit/catalog",
            "getCatalog",
            "The batches of a tenant in the order of their opening, page by page.",
            List.of(
                Parameter.query(
                    "tenantId",
                    "Whose batches; the key's own tenant if not given, `default` without keys.",
                    Schema.string("a tenant")),
                Parameter.query("from", "Opened at or after this.", Schema.string("RFC 3339 time")),
                Parameter.query("to", "Opened before this.", Schema.string("RFC 3339 time")),
                Parameter.query(
                    "limit",
                    "Batches per page, 1 to " + MAX_LIMIT + ", " + DEFAULT_LIMIT + " if not given.",
                    Schema.integer("a number")),
                Parameter.query(
                    "after",
                    "Go on after this batch: the member `next` of the page before.",
                    Schema.string("batch id"))),
            List.of(Answer.json(200, "a page", schema())),
            List.of(ProblemType.INVALID_REQUEST, ProofProblems.CATCHING_UP))
        .needing(Permission.AUDIT);
  }

  private static Schema schema() {
    return Schema.object(
        "A page of the catalog.",
        List.of(
            required("batches", Schema.array("in the order of opening", BatchJson.SCHEMA)),
            optional("next", Schema.string("there may be more: give this as `after` to go on"))));
  }

  @Override
  public void handle(RoutingContext context) {
    Query query = new Query(context);
    Range range =
        new Range(
            tenant(query, Caller.of(context)),
            query.instant("from").map(Instant::toEpochMilli).orElse(0L),
            query.instant("to").map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
            query.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT));
    if (range.fromMillis() > range.toMillis()) {
      throw Query.invalid("to", "The time is before \"from\"; no batch can be in between.");
    }
    Optional<BatchId> after = query.batchId("after");
    lookup
        .caughtUp(context)
        .map(GetCatalog::requireCurrent)
        .compose(current -> Patience.onWorker(context, () -> page(range, after)))
        .onSuccess(page -> Respond.json(context, 200, page))
        .onFailure(context::fail);
  }

  private static String tenant(Query query, Caller caller) {
    String own = caller.operator() ? Gatekeeper.ONLY_TENANT : caller.tenant();
    String tenant = query.text("tenantId").orElse(own);
    if (!caller.sees(tenant)) {
      throw ProblemType.FORBIDDEN.because(
          "This key is one of tenant " + caller.tenant() + " and shows no other's batches.");
    }
    return tenant;
  }

  // Half a catalog looks like a whole one, so there is none while journals are replayed.
  private static boolean requireCurrent(boolean current) {
    if (!current) {
      throw ProofProblems.catchingUp();
    }
    return true;
  }

  private ObjectNode page(Range range, Optional<BatchId> after) {
    List<BatchId> ids = store.catalog().page(range, after.map(id -> placeOf(range, id)));
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode batches = page.putArray("batches");
    ids.forEach(id -> store.view(id).ifPresent(view -> batches.add(BatchJson.of(view))));
    if (ids.size() == range.limit()) {
      page.put("next", ids.get(ids.size() - 1).toString());
    }
    return page;
  }

  private BatchHead placeOf(Range range, BatchId after) {
    return store
        .batches()
        .get(after)
        .filter(head -> head.tenant().equals(range.tenant()))
        .orElseThrow(
            () -> Query.invalid("after", "Batch " + after + " is not in this tenant's catalog."));
  }
}
