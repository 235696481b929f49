package dev.cairn.devnet.rest;

import dev.cairn.devnet.rest.Route.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Finds the endpoint for a request, or the error that a node gives: path first, then method, {@code
 * Accept} and {@code Content-Type}.
 */
final class Router {

  /** The endpoint of a request, the variables of its path, the form of its answer. */
  record Match(Endpoint endpoint, Map<String, String> variables, Representation form) {}

  private final List<Endpoint> endpoints;
  private final int chains;

  Router(List<Endpoint> endpoints, int chains) {
    this.endpoints = List.copyOf(endpoints);
    this.chains = chains;
  }

  /** Whether any method is answered at the path. */
  boolean knows(String path) {
    return !candidates(path).isEmpty();
  }

  /**
   * The endpoint that answers.
   *
   * @throws Refusal 404, 405, 406 or 415, all without a body
   */
  Match find(String method, String path, String accept, String contentType) {
    List<Candidate> found = candidates(path);
    if (found.isEmpty()) {
      throw Refusal.status(404);
    }
    String asked = method.equals("HEAD") ? "GET" : method;
    Candidate candidate =
        found.stream()
            .filter(each -> each.endpoint.route().method().name().equals(asked))
            .findFirst()
            .orElseThrow(() -> Refusal.status(405));
    Route route = candidate.endpoint.route();
    Representation form =
        Representation.choose(route.forms(), accept).orElseThrow(() -> Refusal.status(406));
    if (route.method() == Method.POST && !route.body().isNamed(contentType)) {
      throw Refusal.status(415);
    }
    return new Match(candidate.endpoint, candidate.variables, form);
  }

  private record Candidate(Endpoint endpoint, Map<String, String> variables) {}

  private List<Candidate> candidates(String path) {
    List<String> segments = Route.split(path);
    List<Candidate> found = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      endpoint
          .route()
          .match(segments)
          .filter(variables -> isChain(variables.getOrDefault("chain", "0")))
          .ifPresent(variables -> found.add(new Candidate(endpoint, variables)));
    }
    return found;
  }

  // Decimal without leading zeros; "00" is as unknown as "20".
  private boolean isChain(String text) {
    return text.matches("0|[1-9][0-9]{0,5}") && Integer.parseInt(text) < chains;
  }
}
