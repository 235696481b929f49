package dev.cairn.ntm.http;

import java.util.Optional;

/**
 * A request for a resource, as far as resources look at it.
 *
 * @param path undecoded: what needs an escape is nothing of ours
 * @param query parameter by name; the first of several
 * @param accept the {@code Accept} header; empty if there is none
 */
record Ask(String path, Query query, String accept) {

  /** Parameters of the query. */
  interface Query {
    Optional<String> get(String name) throws Refused;
  }

  /** The two forms of a report. */
  enum Format {
    HTML,
    JSON
  }

  /** What {@code ?format=} asks for; HTML without it. */
  Format format() throws Refused {
    String name = query.get("format").orElse("html");
    return switch (name) {
      case "html" -> Format.HTML;
      case "json" -> Format.JSON;
      default -> throw Refused.badRequest("format is html or json.");
    };
  }

  /** The same, where a client that accepts JSON and doesn't speak of HTML gets JSON, too. */
  Format formatOrAccepted() throws Refused {
    if (query.get("format").isPresent()) {
      return format();
    }
    boolean json = accept.contains("application/json") && !accept.contains("text/html");
    return json ? Format.JSON : Format.HTML;
  }

  /** A whole number in the query, held within bounds. */
  long number(String name, long otherwise, long least, long most) throws Refused {
    Optional<String> text = query.get(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      long value = Long.parseLong(text.get());
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException noNumber) {
      // Told below, together with numbers that are out of bounds.
    }
    throw Refused.badRequest(name + " is a whole number from " + least + " to " + most + ".");
  }
}
