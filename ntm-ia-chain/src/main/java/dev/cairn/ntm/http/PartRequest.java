package dev.cairn.ntm.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request for a part of the bytes: who had an answer broken off asks for the rest. RFC 9110,
 * section 14. One part only; a server may ignore what else somebody asks for.
 *
 * @param range the {@code Range} header
 * @param ifRange the {@code If-Range} header: the part is wanted only of the bytes with this tag
 */
record PartRequest(Optional<String> range, Optional<String> ifRange) {

  /** From first to last, from first on, or the last so many; 18 digits always fit in 64 bits. */
  private static final Pattern ONE_RANGE =
      Pattern.compile("bytes=[ \t]*([0-9]{0,18})-([0-9]{0,18})[ \t]*");

  private static final int OK = 200;
  private static final int PARTIAL_CONTENT = 206;
  private static final int RANGE_NOT_SATISFIABLE = 416;

  /** The part, if the answer has parts and one of them is asked for; else the answer as it is. */
  Answer of(Answer whole) {
    Optional<String> asked = range.filter(some -> whole.status() == OK && concerns(whole));
    Optional<Matcher> one = asked.map(ONE_RANGE::matcher).filter(Matcher::matches);
    return one.isEmpty() ? whole : part(whole, one.get().group(1), one.get().group(2));
  }

  /** A weak tag, or a date, doesn't stand for the same bytes. */
  private boolean concerns(Answer whole) {
    return whole.headers().containsKey(Answer.ACCEPT_RANGES)
        && ifRange.map(tag -> tag.equals(whole.headers().get(Answer.ETAG))).orElse(true);
  }

  private static Answer part(Answer whole, String first, String last) {
    long length = whole.body().length();
    if (first.isEmpty()) {
      return last.isEmpty() ? whole : tail(whole, Long.parseLong(last));
    }
    long start = Long.parseLong(first);
    long end = last.isEmpty() ? length : Math.min(length, Long.parseLong(last) + 1);
    if (!last.isEmpty() && Long.parseLong(last) < start) {
      return whole; // this is no range at all
    }
    return start < length ? part(whole, start, end) : unsatisfiable(whole);
  }

  private static Answer tail(Answer whole, long wanted) {
    long length = whole.body().length();
    return wanted == 0 || length == 0
        ? unsatisfiable(whole)
        : part(whole, Math.max(0, length - wanted), length);
  }

  private static Answer part(Answer whole, long start, long end) {
    String place = "bytes " + start + "-" + (end - 1) + "/" + whole.body().length();
    return whole
        .with(PARTIAL_CONTENT, whole.body().part(start, end - start))
        .with("Content-Range", place);
  }

  private static Answer unsatisfiable(Answer whole) {
    long length = whole.body().length();
    return Answer.sentence(RANGE_NOT_SATISFIABLE, "There are " + length + " bytes.")
        .with("Content-Range", "bytes */" + length);
  }
}
