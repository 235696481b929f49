package dev.cairn.ntm.keyring;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
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

  /** SHA-256 over all keys, their names and ranges, in 64 hex digits: other keys, other digest. */
  public String digest() {
    MessageDigest digest = BlockHash.newDigest();
    for (KeyEntry entry : entries.values()) {
      byte[] spki = entry.key().key().getEncoded();
      byte[] keyId = entry.keyId().getBytes(StandardCharsets.UTF_8);
      digest.update(
          ByteBuffer.allocate(2 * Integer.BYTES + 2 * Long.BYTES)
              .putInt(keyId.length)
              .putInt(spki.length)
              .putLong(entry.first().value())
              .putLong(entry.last().map(BlockIndex::value).orElse(0L))
              .flip());
      digest.update(keyId);
      digest.update(spki);
    }
    return BlockHash.ofDigest(digest.digest()).hex();
  }

  public List<KeyEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The key that begins last: it signs the next block. */
  public KeyEntry newest() {
    return Collections.max(entries.values(), Comparator.comparing(KeyEntry::first));
  }

  /**
   * The keyring in which this key signs from a block on and the present one no longer: a rotation.
   * {@link KeyRejected} if the present key has no block left, or the name is taken.
   */
  public Keyring rotated(SigningKey next, BlockIndex first) {
    KeyEntry present = newest();
    if (first.compareTo(present.first()) <= 0) {
      throw new KeyRejected(
          "The key "
              + present.keyId()
              + " begins with block "
              + present.first()
              + "; another can't take over at "
              + first
              + ".");
    }
    List<KeyEntry> keys = new ArrayList<>();
    for (KeyEntry entry : entries.values()) {
      keys.add(entry.equals(present) ? present.endingBefore(first) : entry);
    }
    keys.add(new KeyEntry(next.keyId(), next.publicKey(), first, Optional.empty()));
    return new Keyring(keys);
  }
}
