package dev.cairn.devnet.rest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an endpoint answers to: a method, a path whose segments in braces are variables, and the
 * forms that it offers, the default first.
 *
 * @param body the form in which a POST must come
 */
record Route(
    Method method, List<String> segments, Representation body, List<Representation> forms) {

  /** The methods that the service API knows. */
  enum Method {
    GET,
    POST
  }

  Route {
    segments = List.copyOf(segments);
    forms = List.copyOf(forms);
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("A route offers at least one form.");
    }
  }

  static Route get(String path, Representation... forms) {
    return new Route(Method.GET, split(path), Representation.JSON, List.of(forms));
  }

  static Route post(String path, Representation... forms) {
    return new Route(Method.POST, split(path), Representation.JSON, List.of(forms));
  }

  static Route postBytes(String path, Representation... forms) {
    return new Route(Method.POST, split(path), Representation.OCTETS, List.of(forms));
  }

  /** The segments of a path; one slash at the end does not count. */
  static List<String> split(String path) {
    String inner = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return List.of(inner.split("/", -1));
  }

  /** The variables of a path that this route covers. */
  Optional<Map<String, String>> match(List<String> path) {
    if (path.size() != segments.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new TreeMap<>();
    for (int i = 0; i < path.size(); i++) {
      String wanted = segments.get(i);
      if (wanted.startsWith("{")) {
        variables.put(wanted.substring(1, wanted.length() - 1), path.get(i));
      } else if (!wanted.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
