package dev.cairn.ntm.keyring;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A keyring on disk: <code>
 * {"keys":[{"key_id":"..","file":"a.pem","first_block":1,"last_block":null}]}</code>, with PEM
 * files named relative to it.
 */
public final class KeyringFile {

  /** Far above any real keyring; a year of daily rotation needs 50 KB. */
  private static final int MAX_BYTES = 1 << 20;

  private KeyringFile() {}

  /** Reads the keyring and all its key files; {@link KeyRejected} if one of them is no good. */
  public static Keyring read(Path file) throws IOException {
    PhpDecoder.Decoded decoded = decode(bounded(file, MAX_BYTES));
    if (decoded.repeatedKey().isPresent()) {
      throw new KeyRejected("The keyring repeats the key " + decoded.repeatedKey().get() + ".");
    }
    if (!(decoded.value() instanceof PhpMap top)
        || !(top.members().get("keys") instanceof PhpList keys)) {
      throw new KeyRejected("A keyring is an object with the list \"keys\".");
    }
    List<KeyEntry> entries = new ArrayList<>();
    for (PhpValue key : keys.items()) {
      entries.add(entry(file, key));
    }
    return new Keyring(entries);
  }

  private static PhpDecoder.Decoded decode(byte[] bytes) {
    try {
      return PhpDecoder.decode(bytes);
    } catch (PhpJsonException e) {
      throw new KeyRejected("The keyring is not JSON. " + e.getMessage(), e);
    }
  }

  private static KeyEntry entry(Path keyring, PhpValue value) throws IOException {
    if (!(value instanceof PhpMap map)) {
      throw new KeyRejected("Each item of a keyring's \"keys\" is an object.");
    }
    String keyId = text(map, "key_id");
    Path file = keyring.resolveSibling(text(map, "file"));
    return new KeyEntry(
        keyId,
        RsaPublicKey.ofPem(bounded(file, Pem.MAX_BYTES)),
        index(map, "first_block")
            .orElseThrow(() -> new KeyRejected("The key " + keyId + " lacks \"first_block\".")),
        index(map, "last_block"));
  }

  private static String text(PhpMap map, String name) {
    if (map.members().get(name) instanceof PhpText text) {
      return text.value();
    }
    throw new KeyRejected("A key of the keyring lacks the text \"" + name + "\".");
  }

  private static Optional<BlockIndex> index(PhpMap map, String name) {
    PhpValue value = map.members().getOrDefault(name, PhpNull.NULL);
    if (value == PhpNull.NULL) {
      return Optional.empty();
    }
    if (value instanceof PhpInteger integer && integer.value() >= 1) {
      return Optional.of(new BlockIndex(integer.value()));
    }
    throw new KeyRejected("\"" + name + "\" of a key is a block index or null.");
  }

  private static byte[] bounded(Path file, int max) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(max + 1);
      if (bytes.length > max) {
        throw new KeyRejected(file.getFileName() + " has more than " + max + " bytes.");
      }
      return bytes;
    }
  }
}
