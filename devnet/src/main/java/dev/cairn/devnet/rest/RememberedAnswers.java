package dev.cairn.devnet.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Answers that are given again, or to somebody else. */
final class RememberedAnswers {

  /** A test asks a few things again and again. */
  private static final int MAX_REMEMBERED = 1_000;

  private record Key(int rule, String request) {}

  private record Last(String request, Answer.Complete answer) {}

  private final Map<Key, Answer.Complete> first = bounded(); // guarded by this
  private final Map<Integer, Last> last = bounded(); // guarded by this

  private static <K, V> Map<K, V> bounded() {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > MAX_REMEMBERED;
      }
    };
  }

  /** The first answer to a request since the rule is there. */
  synchronized Answer.Complete first(int rule, String request, Answer.Complete answer) {
    return Objects.requireNonNullElse(first.putIfAbsent(new Key(rule, request), answer), answer);
  }

  /** The answer to another request that the rule met before; the right one if there is none. */
  synchronized Answer.Complete other(int rule, String request, Answer.Complete answer) {
    Last before = last.get(rule);
    if (before == null) {
      last.put(rule, new Last(request, answer));
      return answer;
    }
    return before.request().equals(request) ? answer : before.answer();
  }
}
