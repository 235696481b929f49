package dev.cairn.pact.capability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map that can return to how it was: it remembers what every change replaced. */
final class UndoMap<K, V> {
  private final Map<K, V> entries = new HashMap<>();
  private final List<Change<K, V>> changes = new ArrayList<>();

  private record Change<K, V>(K key, @Nullable V before) {}

  @Nullable V get(K key) {
    return entries.get(key);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  void put(K key, V value) {
    changes.add(new Change<>(key, entries.put(key, value)));
  }

  /** The present state, for {@link #returnTo}. */
  int mark() {
    return changes.size();
  }

  /** Undoes all changes since the mark; a mark that lies ahead changes nothing. */
  void returnTo(int mark) {
    while (changes.size() > mark) {
      Change<K, V> last = changes.remove(changes.size() - 1);
      if (last.before() == null) {
        entries.remove(last.key());
      } else {
        entries.put(last.key(), last.before());
      }
    }
  }
}
