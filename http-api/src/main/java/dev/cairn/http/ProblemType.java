package dev.cairn.http;

import java.net.URI;

/**
 * A kind of error, stable for clients to switch on.
 *
 * @param slug last part of the type's URI; never changes once published
 */
public record ProblemType(String slug, int status, String title) {

  /** Types are names, not addresses: RFC 9457 §3.1.1 allows any URI. */
  private static final String PREFIX = "urn:cairn:problem:";

  public static final ProblemType MALFORMED_JSON =
      new ProblemType("malformed-json", 400, "The body is not well-formed JSON");
  public static final ProblemType INVALID_REQUEST =
      new ProblemType("invalid-request", 400, "The request does not have the documented form");
  public static final ProblemType UNAUTHENTICATED =
      new ProblemType("unauthenticated", 401, "The request brings no API key that is known here");
  public static final ProblemType FORBIDDEN =
      new ProblemType("forbidden", 403, "The API key does not allow this");
  public static final ProblemType NOT_FOUND =
      new ProblemType("not-found", 404, "There is nothing here");
  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType("method-not-allowed", 405, "This resource does not offer this method");
  public static final ProblemType BODY_TOO_LARGE =
      new ProblemType("body-too-large", 413, "The body is larger than this endpoint takes");
  public static final ProblemType URI_TOO_LONG =
      new ProblemType("uri-too-long", 414, "The request line is too long");
  public static final ProblemType HEADERS_TOO_LARGE =
      new ProblemType("headers-too-large", 431, "The headers are too large");
  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType("unsupported-media-type", 415, "This endpoint does not read that media type");
  public static final ProblemType INTERNAL =
      new ProblemType("internal-error", 500, "The server failed; the fault is ours");
  public static final ProblemType UNAVAILABLE =
      new ProblemType("unavailable", 503, "The service cannot do this right now");

  public ProblemType {
    if (!slug.matches("[a-z0-9-]{1,64}")) {
      throw new IllegalArgumentException(
          "A problem slug is lower-case letters, digits and hyphens, not \"" + slug + "\".");
    }
    if (status < 400 || status > 599) {
      throw new IllegalArgumentException("A problem has a status from 400 to 599, not " + status);
    }
  }

  public URI uri() {
    return URI.create(PREFIX + slug);
  }

  public Problem because(String detail) {
    return new Problem(this, detail);
  }
}
