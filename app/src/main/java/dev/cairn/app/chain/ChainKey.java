package dev.cairn.app.chain;

import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SigningKey;
import java.util.HexFormat;

/** An Ed25519 key as Pact commands are signed with it. */
public record ChainKey(SigningKey key) implements CommandSigner {

  public ChainKey {
    if (key.algorithm() != SignatureAlgorithm.EDDSA) {
      throw new IllegalArgumentException(
          "Transactions are signed with Ed25519 keys, not " + key.algorithm().jwsName() + ".");
    }
  }

  @Override
  public String publicKeyHex() {
    return HexFormat.of().formatHex(key.publicKey());
  }

  @Override
  public byte[] sign(byte[] hash) {
    return key.sign(hash);
  }
}
