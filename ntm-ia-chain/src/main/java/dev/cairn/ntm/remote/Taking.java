package dev.cairn.ntm.remote;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides, when an answer's head is here, where its bytes go. For one request. */
final class Taking {

  static final int OK = 200;
  static final int PARTIAL = 206;

  /** What a server says about an error is not read, but its connection goes on if it is short. */
  private static final int MAX_ERROR_BYTES = 64 * 1024;

  private final Body body;

  // All under the lock of this object: an answer comes on the client's threads.
  private @Nullable BodyPieces pieces;
  private Optional<String> entityTag = Optional.empty();
  private boolean wanted;

  Taking(Body body) {
    this.body = body;
  }

  synchronized BodySubscriber<Boolean> subscriber(ResponseInfo info) {
    wanted = info.statusCode() == OK || continues(info);
    if (wanted) {
      entityTag = info.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
      body.begin(info.statusCode() == PARTIAL ? body.size() : 0);
    }
    pieces = new BodyPieces(wanted ? body : new CappedBytes(MAX_ERROR_BYTES));
    return pieces;
  }

  /** Whether a part begins where the bytes that are here end; another part is of no use. */
  private boolean continues(ResponseInfo info) {
    return info.statusCode() == PARTIAL && startsAt(body.size(), info.headers());
  }

  private static boolean startsAt(long offset, HttpHeaders headers) {
    return headers
        .firstValue("Content-Range")
        .filter(range -> range.startsWith("bytes " + offset + "-"))
        .isPresent();
  }

  /** By which the rest can be asked for; only a strong one stands for the same bytes. */
  synchronized Optional<String> entityTag() {
    return entityTag;
  }

  /** Whether the bytes went into the body. */
  synchronized boolean isWanted() {
    return wanted;
  }

  synchronized void abandon() {
    if (pieces != null) {
      pieces.abandon();
    }
  }
}
