package dev.cairn.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;
import java.util.Optional;

/**
 * The description of an endpoint, from which it is routed and documented.
 *
 * @param path OpenAPI form, {@code /v1/evidence/{eventId}}
 * @param operationId unique, lower camel case, verb first
 * @param problems error types beyond those that every endpoint may answer
 * @param needs what the caller must be allowed to do, where callers are told apart
 */
public record EndpointSpec(
    HttpMethod method,
    String path,
    String operationId,
    String summary,
    List<Parameter> parameters,
    Optional<RequestBody> request,
    List<Answer> answers,
    List<ProblemType> problems,
    Permission needs) {

  public EndpointSpec {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("A path starts with a slash, not as \"" + path + "\".");
    }
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("An endpoint describes at least one answer: " + path);
    }
    parameters = List.copyOf(parameters);
    answers = List.copyOf(answers);
    problems = List.copyOf(problems);
  }

  /** An endpoint for those who may read; {@link #needing} says otherwise. */
  public EndpointSpec(
      HttpMethod method,
      String path,
      String operationId,
      String summary,
      List<Parameter> parameters,
      Optional<RequestBody> request,
      List<Answer> answers,
      List<ProblemType> problems) {
    this(
        method,
        path,
        operationId,
        summary,
        parameters,
        request,
        answers,
        problems,
        Permission.READ);
  }

  /** A GET without a body. */
  public static EndpointSpec get(
      String path,
      String operationId,
      String summary,
      List<Parameter> parameters,
      List<Answer> answers,
      List<ProblemType> problems) {
    return new EndpointSpec(
        HttpMethod.GET,
        path,
        operationId,
        summary,
        parameters,
        Optional.empty(),
        answers,
        problems);
  }

  /** A POST with a body. */
  public static EndpointSpec post(
      String path,
      String operationId,
      String summary,
      RequestBody request,
      List<Answer> answers,
      List<ProblemType> problems) {
    return new EndpointSpec(
        HttpMethod.POST,
        path,
        operationId,
        summary,
        List.of(),
        Optional.of(request),
        answers,
        problems);
  }

  /** The same operation under another path and name. */
  public EndpointSpec alias(String otherPath, String otherOperationId) {
    return new EndpointSpec(
        method,
        otherPath,
        otherOperationId,
        summary,
        parameters,
        request,
        answers,
        problems,
        needs);
  }

  /** The same operation for those who have this permission. */
  public EndpointSpec needing(Permission permission) {
    return new EndpointSpec(
        method, path, operationId, summary, parameters, request, answers, problems, permission);
  }

  /** The same operation with these parameters. */
  public EndpointSpec with(List<Parameter> taken) {
    return new EndpointSpec(
        method, path, operationId, summary, taken, request, answers, problems, needs);
  }

  /** Whether the query may have a parameter of this name. */
  boolean takes(String name) {
    return parameters.stream()
        .anyMatch(known -> known.place() == Parameter.Place.QUERY && known.name().equals(name));
  }

  /** The path as Vert.x spells it: {@code /v1/evidence/:eventId}. */
  String routePath() {
    return path.replaceAll("\\{([^}]+)}", ":$1");
  }
}
