package dev.cairn.devnet;

import dev.cairn.chainweb.pact.CommandSigner;
import dev.cairn.devnet.genesis.TestAccount;
import java.util.HexFormat;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signs with the key of a test account. */
record TestKey(TestAccount account) implements CommandSigner {

  /** The key of {@code sender0<number>}. */
  static TestKey sender(int number) {
    return new TestKey(Devnet.testAccounts().get(number));
  }

  @Override
  public String publicKeyHex() {
    return account.publicKeyHex();
  }

  @Override
  public byte[] sign(byte[] hash32) {
    byte[] seed = HexFormat.of().parseHex(account.secretKeyHex());
    byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
    Ed25519.sign(seed, 0, hash32, 0, hash32.length, signature, 0);
    return signature;
  }
}
