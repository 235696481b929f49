package dev.cairn.ntm.keyring;

import dev.cairn.ntm.block.BlockIndex;
import java.util.Optional;

/**
 * A key and the blocks that it may sign.
 *
 * @param last the last such block; empty as long as the key is in use
 */
public record KeyEntry(
    String keyId, RsaPublicKey key, BlockIndex first, Optional<BlockIndex> last) {

  public KeyEntry {
    if (keyId.isEmpty()) {
      throw new KeyRejected("A key_id is not empty.");
    }
    if (last.isPresent() && last.get().compareTo(first) < 0) {
      throw new KeyRejected("The key " + keyId + " ends before it begins.");
    }
  }

  public boolean isValidFor(BlockIndex index) {
    return first.compareTo(index) <= 0 && last.map(end -> end.compareTo(index) >= 0).orElse(true);
  }

  KeyEntry endingBefore(BlockIndex next) {
    return new KeyEntry(keyId, key, first, Optional.of(new BlockIndex(next.value() - 1)));
  }
}
