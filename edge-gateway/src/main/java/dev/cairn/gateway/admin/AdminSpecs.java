package dev.cairn.gateway.admin;

import dev.cairn.gateway.register.RegisterProblems;
import dev.cairn.http.Answer;
import dev.cairn.http.EndpointSpec;
import dev.cairn.http.Parameter;
import dev.cairn.http.Permission;
import dev.cairn.http.ProblemType;
import dev.cairn.http.RequestBody;
import dev.cairn.http.Schema;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Descriptions of operations of administration. */
final class AdminSpecs {
  static final Parameter TENANT =
      Parameter.query(
          "tenant",
          "Whose; the key's own tenant if not given, and `default` for keys of `system`.",
          Schema.string("a tenant"));
  static final Parameter LIMIT =
      Parameter.query("limit", "At most so many, up to 1000; 100 if not given.", number());
  static final int DEFAULT_LIMIT = 100;
  static final int MAX_LIMIT = 1000;

  /** A device with its certificate in PEM has two. */
  private static final long MAX_BODY = 16 * 1024;

  private AdminSpecs() {}

  private static Schema number() {
    return Schema.integer("a number");
  }

  static EndpointSpec get(
      String path,
      String operationId,
      String summary,
      Permission needs,
      List<Parameter> query,
      Schema answer) {
    return new EndpointSpec(
        HttpMethod.GET,
        path,
        operationId,
        summary,
        parameters(path, query),
        Optional.empty(),
        List.of(Answer.json(200, "what there is", answer)),
        RegisterProblems.all(),
        needs);
  }

  static EndpointSpec change(
      HttpMethod method,
      String path,
      String operationId,
      String summary,
      Optional<Schema> body,
      int status,
      Schema answer) {
    List<ProblemType> problems = new ArrayList<>(RegisterProblems.all());
    if (body.isPresent()) {
      problems.add(ProblemType.MALFORMED_JSON);
      problems.add(ProblemType.BODY_TOO_LARGE);
      problems.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
    }
    return new EndpointSpec(
        method,
        path,
        operationId,
        summary,
        parameters(path, path.contains("{tenant}") ? List.of() : List.of(TENANT)),
        body.map(
            schema ->
                RequestBody.whole("What to do.", Map.of("application/json", schema), MAX_BODY)),
        List.of(Answer.json(status, "as it is now", answer)),
        problems,
        Permission.ADMIN);
  }

  private static List<Parameter> parameters(String path, List<Parameter> query) {
    List<Parameter> all = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.startsWith("{")) {
        String name = part.substring(1, part.length() - 1);
        all.add(Parameter.path(name, "Which " + name + ".", Schema.string("its name")));
      }
    }
    all.addAll(query);
    return all;
  }
}
