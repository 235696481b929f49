package dev.cairn.ntm.http;

import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import dev.cairn.ntm.keyring.FingerprintForm;
import dev.cairn.ntm.keyring.KeyEntry;
import dev.cairn.ntm.keyring.KeyringSource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@code GET .../keys.json}: all public keys, retired ones too, with the blocks they sign. */
final class GetKeys implements Resource {

  private final KeyringSource keyring;

  GetKeys(KeyringSource keyring) {
    this.keyring = keyring;
  }

  @Override
  public boolean isAt(String path) {
    return path.equals(SitePaths.KEYS);
  }

  @Override
  public CompletionStage<Answer> get(Ask ask) throws IOException {
    PhpValue keys =
        new PhpList(keyring.read().entries().stream().<PhpValue>map(GetKeys::json).toList());
    return CompletableFuture.completedFuture(JsonAnswer.of(new PhpMap(Map.of("keys", keys))));
  }

  private static PhpValue json(KeyEntry entry) {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("key_id", new PhpText(entry.keyId()));
    members.put("first_block", new PhpInteger(entry.first().value()));
    members.put(
        "last_block",
        entry.last().<PhpValue>map(i -> new PhpInteger(i.value())).orElse(PhpNull.NULL));
    members.put(
        "pubkey_fingerprint", new PhpText(entry.key().fingerprint(FingerprintForm.SPKI_DER)));
    members.put("public_key", new PhpText(entry.key().toPem()));
    return new PhpMap(members);
  }
}
