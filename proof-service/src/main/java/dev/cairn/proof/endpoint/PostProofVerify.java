package dev.cairn.proof.endpoint;

import static dev.cairn.http.Schema.Member.optional;
import static dev.cairn.http.Schema.Member.required;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.chainweb.MalformedException;
import dev.cairn.chainweb.StrictJson;
import dev.cairn.evidence.Evidence;
import dev.cairn.evidence.MalformedEvidence;
import dev.cairn.evidence.trust.TrustFile;
import dev.cairn.evidence.verify.EvidenceVerifier;
import dev.cairn.http.Answer;
import dev.cairn.http.Endpoint;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Problem;
import dev.cairn.http.ProblemType;
import dev.cairn.http.RequestBody;
import dev.cairn.http.Respond;
import dev.cairn.http.Schema;
import dev.cairn.proof.trust.InstanceTrust;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The report on evidence, with the trust of this instance, or on a leaf under a root. A report is
 * always 200: that something does not hold is an answer, not an error.
 */
final class PostProofVerify implements Endpoint {
  /** Messages about hostile input can repeat it; a problem does so up to here. */
  private static final int MAX_DETAIL_CHARS = 300;

  private static final String JSON = "application/json";

  private final EvidenceVerifier verifier;
  private final InstanceTrust trust;

  PostProofVerify(EvidenceVerifier verifier, InstanceTrust trust) {
    this.verifier = verifier;
    this.trust = trust;
  }

  @Override
  public EndpointSpec spec() {
    Schema evidence = Schema.anyObject("evidence, version 1");
    Map<String, Schema> content = new LinkedHashMap<>();
    content.put(JSON, Schema.anyObject("evidence, or {proof, merkleRoot, leafData}"));
    content.put(Evidence.MEDIA_TYPE, evidence);
    return EndpointSpec.post(
        "/v1/proof/verify",
        "postProofVerify",
        "Verifies evidence, or the path from a leaf (`leafData`, a JWS) to a root (`merkleRoot`)"
            + " given as evidence's member `inclusion` (`proof`). The answer is the report; its"
            + " verdict says whether the proof holds.",
        RequestBody.whole("What to verify.", content, Evidence.MAX_BYTES),
        List.of(Answer.json(200, "the report", reportSchema())),
        List.of(
            ProblemType.MALFORMED_JSON,
            ProblemType.INVALID_REQUEST,
            ProblemType.BODY_TOO_LARGE,
            ProblemType.UNSUPPORTED_MEDIA_TYPE));
  }

  private static Schema reportSchema() {
    Schema step =
        Schema.object(
            "A step.",
            List.of(
                required("step", Schema.string("its name")),
                required(
                    "status",
                    Schema.oneOf("what became of it", List.of("passed", "failed", "not checked"))),
                required("detail", Schema.string("what was found, or why not"))));
    return Schema.object(
        "A verification's report.",
        List.of(
            required("verdict", Schema.oneOf("of the whole", List.of("valid", "invalid"))),
            optional("scope", Schema.string("`inclusion` if only the path was given")),
            optional("failedStep", Schema.string("the first step that failed")),
            required("steps", Schema.array("in order", step))));
  }

  @Override
  public void handle(RoutingContext context) {
    byte[] body =
        context.body().buffer() == null ? new byte[0] : context.body().buffer().getBytes();
    boolean declared =
        context.parsedHeaders().contentType().value().startsWith(Evidence.MEDIA_TYPE);
    Patience.onWorker(context, () -> declared ? evidence(body) : either(body))
        .onSuccess(report -> Respond.json(context, 200, report))
        .onFailure(context::fail);
  }

  private ObjectNode either(byte[] body) {
    JsonNode json = parse(body);
    if (json.has("evidence")) {
      return evidence(body);
    }
    if (!json.has("proof")) {
      throw ProblemType.INVALID_REQUEST.because(
          "The body is neither evidence (a member \"evidence\") nor a claim (a member \"proof\").");
    }
    try {
      return LeafClaim.read(json).report();
    } catch (IllegalArgumentException e) {
      throw problem(ProblemType.INVALID_REQUEST, e);
    }
  }

  private static JsonNode parse(byte[] body) {
    try {
      return StrictJson.parse(body, "body");
    } catch (MalformedException e) {
      throw problem(ProblemType.MALFORMED_JSON, e);
    }
  }

  private static Problem problem(ProblemType type, RuntimeException cause) {
    String message = String.valueOf(cause.getMessage());
    return type.because(message.substring(0, Math.min(message.length(), MAX_DETAIL_CHARS)));
  }

  private ObjectNode evidence(byte[] body) {
    return verifier.verify(body, trustFor(body)).toJson();
  }

  // Evidence that can't be read names no blocks; the verifier's report says what is wrong with it.
  private TrustFile trustFor(byte[] body) {
    try {
      return trust.about(Evidence.parse(body).anchor());
    } catch (MalformedEvidence e) {
      return trust.configured();
    }
  }
}
