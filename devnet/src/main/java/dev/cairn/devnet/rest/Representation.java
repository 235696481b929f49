package dev.cairn.devnet.rest;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which an answer is given, chosen by the request's {@code Accept} header. */
enum Representation {
  /** JSON; headers are strings of their binary form. */
  JSON("application", "json", "charset=utf-8", "application/json;charset=utf-8"),
  /** JSON; headers are objects. */
  HEADER_OBJECTS(
      "application",
      "json",
      "blockheader-encoding=object",
      "application/json;blockheader-encoding=object"),
  /** Binary form. */
  OCTETS("application", "octet-stream", "", "application/octet-stream"),
  /** Plain text. */
  TEXT("text", "plain", "charset=utf-8", "text/plain;charset=utf-8"),
  /** Server-sent events. */
  EVENTS("text", "event-stream", "", "text/event-stream");

  private final String type;
  private final String subtype;
  private final String parameters;
  private final String contentType;

  Representation(String type, String subtype, String parameters, String contentType) {
    this.type = type;
    this.subtype = subtype;
    this.parameters = parameters;
    this.contentType = contentType;
  }

  /** The {@code Content-Type} of an answer in this form. */
  String contentType() {
    return contentType;
  }

  /** Whether a {@code Content-Type} header names this form, whatever its parameters are. */
  boolean isNamed(String header) {
    String name = header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return name.equals(type + "/" + subtype);
  }

  /**
   * The best of the offered forms for an {@code Accept} header: highest quality first, then the
   * order of the header, then that of the offer. Empty if none will do.
   */
  static Optional<Representation> choose(List<Representation> offered, String accept) {
    return Arrays.stream(accept.split(",", -1))
        .map(Range::parse)
        .filter(range -> range.quality > 0)
        .sorted(Comparator.comparingDouble((Range range) -> -range.quality))
        .flatMap(range -> offered.stream().filter(range::covers))
        .findFirst();
  }

  /** One media range of an {@code Accept} header. */
  private record Range(String type, String subtype, String parameters, double quality) {

    static Range parse(String text) {
      String[] parts = text.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      String[] names = parts[0].split("/", 2);
      double quality = 1;
      StringBuilder parameters = new StringBuilder();
      for (int i = 1; i < parts.length; i++) {
        if (parts[i].startsWith("q=")) {
          quality = quality(parts[i].substring(2));
        } else {
          parameters.append(parts[i]);
        }
      }
      return new Range(names[0], names.length > 1 ? names[1] : "", parameters.toString(), quality);
    }

    private static double quality(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException e) {
        return 0;
      }
    }

    boolean covers(Representation form) {
      return matches(type, form.type)
          && matches(subtype, form.subtype)
          && (parameters.isEmpty() || parameters.equals(form.parameters));
    }

    private static boolean matches(String wanted, String given) {
      return wanted.equals("*") || wanted.equals(given);
    }
  }
}
