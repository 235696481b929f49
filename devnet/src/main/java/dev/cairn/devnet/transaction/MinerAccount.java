package dev.cairn.devnet.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.devnet.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The account that mines, as blocks name it. */
public record MinerAccount(String account, String predicate, List<String> publicKeys) {

  /** Who mines genesis blocks and simulations. */
  public static final MinerAccount NO_MINER = new MinerAccount("NoMiner", "<", List.of());

  public MinerAccount {
    publicKeys = List.copyOf(publicKeys);
  }

  /** A {@code k:} account: one key, all keys must sign. */
  public static MinerAccount ofKey(String publicKeyHex) {
    return new MinerAccount("k:" + publicKeyHex, "keys-all", List.of(publicKeyHex));
  }

  /** Miner data of a payload: {@code account, predicate, public-keys} in this order. */
  public byte[] minerData() {
    String text =
        "{\"account\":"
            + JsonText.quote(account)
            + ",\"predicate\":"
            + JsonText.quote(predicate)
            + ",\"public-keys\":"
            + JsonText.strings(publicKeys)
            + "}";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The account's guard as request data. */
  JsonNode keyset() {
    ObjectNode keyset = RequestData.empty().put("pred", predicate);
    publicKeys.forEach(keyset.putArray("keys")::add);
    return keyset;
  }
}
