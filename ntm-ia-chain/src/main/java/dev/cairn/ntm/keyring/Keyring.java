package dev.cairn.ntm.keyring;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All keys of a chain, retired ones too. A {@code key_id} is never used twice. */
public final class Keyring {

  private final Map<String, KeyEntry> entries = new LinkedHashMap<>();

  public Keyring(List<KeyEntry> keys) {
    if (keys.isEmpty()) {
      throw new KeyRejected("A keyring holds at least one key.");
    }
    for (KeyEntry entry : keys) {
      if (entries.put(entry.keyId(), entry) != null) {
        throw new KeyRejected("The keyring names " + entry.keyId() + " twice.");
      }
    }
  }

  public Optional<KeyEntry> find(String keyId) {
    return Optional.ofNullable(entries.get(keyId));
  }

  public List<KeyEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The key that begins last: it signs the next block. */
  public KeyEntry newest() {
    return Collections.max(entries.values(), Comparator.comparing(KeyEntry::first));
  }
}
