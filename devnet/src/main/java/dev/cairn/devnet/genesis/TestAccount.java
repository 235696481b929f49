package dev.cairn.devnet.genesis;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A funded account whose key everybody knows. These are the accounts and keys of the public {@code
 * development} network; they protect nothing.
 *
 * @param secretKeyHex Ed25519 seed
 */
public record TestAccount(
    String name, String publicKeyHex, String secretKeyHex, BigDecimal balance) {

  /** All of them, {@code sender00} to {@code sender09}. */
  public static final List<TestAccount> ALL =
      List.of(
          of(0, "251a920c403ae8c8f65f59142316af3c82b631fba46ddea92ee8c95035bd2898"),
          of(1, "2beae45b29e850e6b1882ae245b0bab7d0689ebdd0cd777d4314d24d7024b4f7"),
          of(2, "9b54e924f7acdb03ad4e471308f9a512dac26a50398b41cab8bfe7a496804dbd"),
          of(3, "a477c755abcaaac7bc9aadfc616c0cb7a8a9df9e15adc168e39c247c648544ac"),
          of(4, "1685ef1cb774a517fdfd5c08cf1ae898084d8ad39b04717a4b5b27c2a3190a75"),
          of(5, "2505b87dca474955597fed38178df9e66b16b0c8dc140817c0ad75bd14be32d4"),
          of(6, "c2873d7226845228a6422d15599aa9371a6cd105d29f6157c07d4e9f5b5d7a3c"),
          of(7, "f1c1923e49cb23d15fe45bdc3f65d7fc1d031ce50dd81bb5085bdd2c63364d7f"),
          of(8, "e0018d4e39736c9c22400cdd88ef60f0ca203466bb27b8435a72e0868289690d"),
          of(9, "adbe3793a0daf70c7e7a5d59349e0f51d928178de55c6328302ef5b628ed448b"));

  // 100,000,000 for the first, 10,000,000 more for each that follows (reference/pact.md 7.1).
  private static TestAccount of(int number, String secretKeyHex) {
    byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    Ed25519.generatePublicKey(HexFormat.of().parseHex(secretKeyHex), 0, publicKey, 0);
    return new TestAccount(
        "sender0" + number,
        HexFormat.of().formatHex(publicKey),
        secretKeyHex,
        BigDecimal.valueOf(100_000_000L + number * 10_000_000L).setScale(1));
  }
}
