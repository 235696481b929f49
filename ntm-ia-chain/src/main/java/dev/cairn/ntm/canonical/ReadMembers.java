package dev.cairn.ntm.canonical;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The members of an object that was just read, in their order. Only its reader ever held the map
 * inside, so {@link PhpValue.PhpMap} takes it without a copy.
 */
final class ReadMembers extends AbstractMap<String, PhpValue> {

  private final Map<String, PhpValue> members;

  /** Takes the map over: nobody may change it any more. */
  ReadMembers(Map<String, PhpValue> members) {
    this.members = Collections.unmodifiableMap(members);
  }

  @Override
  public @Nullable PhpValue get(Object key) {
    return members.get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return members.containsKey(key);
  }

  @Override
  public Set<Entry<String, PhpValue>> entrySet() {
    return members.entrySet();
  }
}
