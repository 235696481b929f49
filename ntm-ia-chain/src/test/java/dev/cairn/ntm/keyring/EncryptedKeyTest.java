package dev.cairn.ntm.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.Vectors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files as openssl writes them. */
class EncryptedKeyTest {

  private static final Passphrase RIGHT = "correct-horse"::toCharArray;

  private static byte[] file(String name) throws IOException {
    try (InputStream in = EncryptedKeyTest.class.getResourceAsStream("/keys/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aes256.pem", "aes128-sha512.pem"})
  void pbes2_opensWithItsPassphrase(String name) throws IOException {
    byte[] open = Files.readAllBytes(Vectors.path("keys/test-only-a.private.pem"));
    byte[] message = {1, 2, 3};
    assertThat(SigningKey.isEncrypted(file(name))).isTrue();
    assertThat(SigningKey.ofPem("a", file(name), RIGHT).sign(message))
        .isEqualTo(SigningKey.ofPem("a", open).sign(message));
  }

  @Test
  void wrongOrEmptyPassphrase_isRefused() throws IOException {
    byte[] file = file("aes256.pem");
    for (String wrong : new String[] {"wrong-horse", "", "correct-horse "}) {
      assertThatThrownBy(() -> SigningKey.ofPem("a", file, wrong::toCharArray))
          .isInstanceOf(KeyRejected.class)
          .hasMessage("The passphrase does not open the key, or the file is damaged.");
    }
    assertThatThrownBy(() -> SigningKey.ofPem("a", file, "pferd-grün"::toCharArray))
        .isInstanceOf(KeyRejected.class);
    assertThatThrownBy(() -> SigningKey.ofPem("a", file, Passphrase.none()))
        .hasMessage("The key is encrypted, and no passphrase was given.");
  }

  @ParameterizedTest
  @CsvSource({
    "pkcs12-3des_fail.pem, PBE",
    "scrypt_fail.pem, PKCS#8",
    "pkcs1_fail.pem, RSA PRIVATE KEY"
  })
  void otherForms_areRefusedByName(String name, String named) throws IOException {
    byte[] file = file(name);
    assertThatThrownBy(() -> SigningKey.ofPem("a", file, RIGHT))
        .isInstanceOf(KeyRejected.class)
        .hasMessageContaining(named);
  }

  @Test
  void damagedFile_isRefused() throws IOException {
    String text = new String(file("aes256.pem"), StandardCharsets.US_ASCII);
    for (int cut = 40; cut < text.length() - 40; cut += 97) {
      byte[] damaged =
          (text.substring(0, cut) + text.substring(cut + 4)).getBytes(StandardCharsets.US_ASCII);
      assertThatThrownBy(() -> SigningKey.ofPem("a", damaged, RIGHT))
          .isInstanceOf(KeyRejected.class);
    }
  }

  @Test
  void openKey_asksForNoPassphrase() throws IOException {
    byte[] open = Files.readAllBytes(Vectors.path("keys/test-only-a.private.pem"));
    assertThat(SigningKey.isEncrypted(open)).isFalse();
    assertThat(SigningKey.ofPem("a", open, Passphrase.none()).keyId()).isEqualTo("a");
  }
}
