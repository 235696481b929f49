package dev.cairn.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The name of a request in logs, in the answer's header {@code X-Request-Id}, and in problems. A
 * client's own name is kept if it can do no harm in a log; otherwise the request gets a new one.
 */
final class RequestId {
  static final String HEADER = "X-Request-Id";

  private static final String KEY = "dev.cairn.http.requestId";

  /** Room for UUIDs and trace ids; no blanks, quotes or control characters. */
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private RequestId() {}

  static String of(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    String given = context.request().getHeader(HEADER);
    String id = given != null && HARMLESS.matcher(given).matches() ? given : fresh();
    context.put(KEY, id);
    return id;
  }

  // Only has to differ from others; secure randomness would cost a microsecond per request.
  private static String fresh() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
