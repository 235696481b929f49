package dev.cairn.ntm.keyring;

import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.store.DurableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Writes what {@link KeyringFile} reads: each key in a file of its own, named after the key. */
public final class KeyringWriter {

  /** Where the fingerprint's hex digits begin. */
  private static final int PREFIX = "SHA256:".length();

  /** 64 bits: two keys of one ring don't share them by chance. */
  private static final int NAME_DIGITS = 16;

  private KeyringWriter() {}

  /** Replaces the file; readers see the old keyring or the new one, and all key files of both. */
  public static void write(Path file, Keyring keyring, RandomGenerator random) throws IOException {
    List<PhpValue> keys = new ArrayList<>();
    for (KeyEntry entry : keyring.entries()) {
      String name = name(entry.key());
      byte[] pem = entry.key().toPem().getBytes(StandardCharsets.US_ASCII);
      DurableFile.replace(file.resolveSibling(name), pem, random);
      keys.add(json(entry, name));
    }
    // A crash here leaves key files that the old keyring doesn't name; the next write is the same.
    DurableFile.replace(file, encode(new PhpMap(Map.of("keys", new PhpList(keys)))), random);
  }

  private static String name(RsaPublicKey key) {
    String fingerprint = key.fingerprint(FingerprintForm.SPKI_DER);
    return "ntm_ia_public." + fingerprint.substring(PREFIX, PREFIX + NAME_DIGITS) + ".key";
  }

  private static PhpValue json(KeyEntry entry, String name) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("key_id", new PhpText(entry.keyId()));
    members.put("file", new PhpText(name));
    members.put("first_block", new PhpInteger(entry.first().value()));
    members.put(
        "last_block",
        entry.last().<PhpValue>map(index -> new PhpInteger(index.value())).orElse(PhpNull.NULL));
    return new PhpMap(members);
  }

  private static byte[] encode(PhpValue value) {
    try {
      return PhpEncoder.file(value);
    } catch (PhpJsonException e) {
      throw new KeyRejected("A key_id can't be written as JSON.", e);
    }
  }
}
