package dev.cairn.proof.endpoint;

import dev.cairn.chainweb.merkle.MerkleLog;
import dev.cairn.http.Respond;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers that stay as they are and that clients may keep. What is proved changes only if a block
 * that was final leaves the winning branch; a day bounds how long a client may miss that.
 */
final class Keepable {
  /** Private: an event may be somebody's secret, and shared caches ask for no key. */
  static final String CACHE_CONTROL = "private, max-age=86400, immutable";

  private Keepable() {}

  /** Sends the bytes with an entity tag, or 304 if the client has them. */
  static void send(RoutingContext context, String mediaType, byte[] body) {
    // A strong tag, as the same bytes are always sent: any hash will do.
    String tag = '"' + MerkleLog.hashLeaf(body).toString() + '"';
    context
        .response()
        .putHeader(HttpHeaders.ETAG, tag)
        .putHeader(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL);
    if (matches(context.request().getHeader(HttpHeaders.IF_NONE_MATCH), tag)) {
      context.response().setStatusCode(304).end();
    } else {
      // An answer to HEAD has no body from which the length could be taken.
      context.response().putHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
      Respond.bytes(context, 200, mediaType, body);
    }
  }

  // RFC 9110 §13.1.2: a list of tags, compared weakly, or a star for any.
  private static boolean matches(@Nullable String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Stream.of(ifNoneMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(given -> given.equals("*") || given.equals(tag) || given.equals("W/" + tag));
  }
}
