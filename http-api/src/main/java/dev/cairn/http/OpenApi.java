package dev.cairn.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The OpenAPI 3.1 document of a list of endpoints. */
public final class OpenApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** What every endpoint may answer beside its own problems. */
  private static final List<ProblemType> EVERYWHERE = List.of(ProblemType.INTERNAL);

  private static final String KEY_SCHEME = "apiKey";

  private static final List<ProblemType> REFUSALS =
      List.of(ProblemType.UNAUTHENTICATED, ProblemType.FORBIDDEN);

  private OpenApi() {}

  /** Paths keep the order of the list; the same list gives the same document, byte for byte. */
  public static ObjectNode document(String title, String version, List<EndpointSpec> specs) {
    ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
    document.putObject("info").put("title", title).put("version", version);
    ObjectNode paths = document.putObject("paths");
    for (EndpointSpec spec : specs) {
      ObjectNode path = paths.withObjectProperty(spec.path());
      path.set(spec.method().name().toLowerCase(Locale.ROOT), operation(spec));
    }
    ObjectNode components = document.putObject("components");
    components.putObject("schemas").set("Problem", problemSchema().json());
    components
        .putObject("securitySchemes")
        .putObject(KEY_SCHEME)
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API key; needed where the instance requires keys.");
    return document;
  }

  private static ObjectNode operation(EndpointSpec spec) {
    ObjectNode operation =
        JSON.objectNode().put("operationId", spec.operationId()).put("summary", spec.summary());
    if (spec.needs() != Permission.NONE) {
      // OpenAPI 3.1 §4.8.30: the roles that are needed stand in the list, for any scheme.
      operation.putArray("security").addObject().putArray(KEY_SCHEME).add(spec.needs().text());
    }
    if (!spec.parameters().isEmpty()) {
      ArrayNode parameters = operation.putArray("parameters");
      spec.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    }
    spec.request().ifPresent(body -> operation.set("requestBody", requestBody(body)));
    ObjectNode responses = operation.putObject("responses");
    spec.answers().forEach(answer -> addAnswer(responses, answer));
    addProblems(responses, spec);
    return operation;
  }

  private static ObjectNode parameter(Parameter parameter) {
    ObjectNode json =
        JSON.objectNode()
            .put("name", parameter.name())
            .put("in", parameter.place().openApiName())
            .put("required", parameter.place() == Parameter.Place.PATH)
            .put("description", parameter.description());
    json.set("schema", parameter.schema().json());
    return json;
  }

  private static ObjectNode requestBody(RequestBody body) {
    ObjectNode json =
        JSON.objectNode().put("description", body.description()).put("required", true);
    ObjectNode content = json.putObject("content");
    body.content().forEach((type, schema) -> content.putObject(type).set("schema", schema.json()));
    return json;
  }

  private static void addAnswer(ObjectNode responses, Answer answer) {
    responses
        .withObjectProperty(Integer.toString(answer.status()))
        .put("description", answer.description())
        .withObjectProperty("content")
        .putObject(answer.mediaType())
        .set("schema", answer.schema().json());
  }

  /** Several problem types of one status share one response; the description lists them. */
  private static void addProblems(ObjectNode responses, EndpointSpec spec) {
    Map<Integer, List<ProblemType>> byStatus =
        Stream.of(spec.problems(), refusals(spec), EVERYWHERE)
            .flatMap(List::stream)
            .distinct()
            .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toList()));
    byStatus.forEach((status, types) -> responses.set(status.toString(), problemResponse(types)));
  }

  private static List<ProblemType> refusals(EndpointSpec spec) {
    return spec.needs() == Permission.NONE ? List.of() : REFUSALS;
  }

  private static ObjectNode problemResponse(List<ProblemType> types) {
    String description =
        types.stream()
            .map(type -> "`" + type.slug() + "`: " + type.title())
            .collect(Collectors.joining("; "));
    ObjectNode response = JSON.objectNode().put("description", description);
    response
        .putObject("content")
        .putObject("application/problem+json")
        .putObject("schema")
        .put("$ref", "#/components/schemas/Problem");
    return response;
  }

  private static Schema problemSchema() {
    return Schema.object(
        "An error as RFC 9457 writes it; `type` is stable, further members depend on it.",
        List.of(
            Schema.Member.required("type", Schema.string("urn:cairn:problem: and the slug")),
            Schema.Member.required("title", Schema.string("The kind of error in words")),
            Schema.Member.required("status", Schema.integer("The HTTP status")),
            Schema.Member.required("detail", Schema.string("What, where, and what to do")),
            Schema.Member.optional(
                "retryAfter", Schema.integer("Seconds to wait; also the header Retry-After")),
            Schema.Member.optional(
                "requestId", Schema.string("Name of the request in our log; also X-Request-Id"))));
  }
}
