package dev.cairn.ntm.http;

import dev.cairn.ntm.block.BlockHash;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An answer to GET; HEAD gets the same without its body.
 *
 * @param headers without {@code Content-Length}, which the body says
 */
record Answer(int status, Map<String, String> headers, AnswerBody body) {

  static final String ETAG = "ETag";
  static final String CACHE_CONTROL = "Cache-Control";

  /** An answer with this header may be asked for in parts. */
  static final String ACCEPT_RANGES = "Accept-Ranges";

  /** It may be kept, but not used without asking whether it is still true. */
  static final String NO_CACHE = "no-cache";

  static final String JSON = "application/json";
  static final String HTML = "text/html; charset=utf-8";
  static final String TEXT = "text/plain; charset=utf-8";

  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  Answer {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** 200 with bytes that may change; the tag is their hash. */
  static Answer of(String mediaType, byte[] body) {
    return new Answer(
            OK,
            Map.of("Content-Type", mediaType, CACHE_CONTROL, NO_CACHE),
            new AnswerBody.Held(Buffer.buffer(body)))
        .with(ETAG, tag(BlockHash.of(body)));
  }

  /** 200 with a file as it lies on disk, sent piece by piece. */
  static Answer ofLarge(String mediaType, Path file) throws IOException {
    AnswerBody all = new AnswerBody.OnDisk(file, 0, Files.size(file));
    return new Answer(OK, Map.of("Content-Type", mediaType), all);
  }

  /** Whatever went wrong, in one sentence. */
  static Answer sentence(int status, String sentence) {
    return new Answer(
        status,
        Map.of("Content-Type", TEXT, CACHE_CONTROL, NO_CACHE),
        new AnswerBody.Held(Buffer.buffer(sentence + "\n")));
  }

  static String tag(BlockHash hash) {
    return "\"" + hash + "\"";
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }

  /** The same headers with another status and body. */
  Answer with(int otherStatus, AnswerBody otherBody) {
    return new Answer(otherStatus, headers, otherBody);
  }

  /** 304 if the client has these bytes already; RFC 9110, section 13.1.2. */
  Answer unlessMatched(Optional<String> ifNoneMatch) {
    String tag = headers.get(ETAG);
    if (status != OK || tag == null || ifNoneMatch.isEmpty() || !names(ifNoneMatch.get(), tag)) {
      return this;
    }
    Map<String, String> kept = new LinkedHashMap<>(headers);
    kept.remove("Content-Type");
    return new Answer(NOT_MODIFIED, kept, AnswerBody.EMPTY);
  }

  private static boolean names(String ifNoneMatch, String tag) {
    if (ifNoneMatch.strip().equals("*")) {
      return true;
    }
    for (String candidate : ifNoneMatch.split(",", -1)) {
      String strong = candidate.strip();
      strong = strong.startsWith("W/") ? strong.substring(2) : strong;
      if (strong.equals(tag)) {
        return true;
      }
    }
    return false;
  }
}
