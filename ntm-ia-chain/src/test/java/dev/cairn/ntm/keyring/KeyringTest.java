package dev.cairn.ntm.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockIndex;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyringTest {

  private static final String PEM = "test-only-a.public.pem";

  @TempDir Path folder;

  @Test
  void keyringFile_readsRangesAndKeys() throws IOException {
    Keyring keyring = KeyringFile.read(Vectors.path("keys/keyring-rotated.json"));
    KeyEntry first = keyring.find("ntm-ia-test-2026-01").orElseThrow();
    KeyEntry second = keyring.find("ntm-ia-test-2026-02").orElseThrow();
    assertThat(first.isValidFor(new BlockIndex(6))).isTrue();
    assertThat(first.isValidFor(new BlockIndex(7))).isFalse();
    assertThat(second.isValidFor(new BlockIndex(6))).isFalse();
    assertThat(second.isValidFor(new BlockIndex(1_000_000))).isTrue();
    assertThat(keyring.find("ntm-ia-test-2026-03")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"keys\":{}}",
        "{\"keys\":[]}",
        "{\"keys\":[1]}",
        "{\"keys\":[{\"key_id\":\"a\",\"first_block\":1}]}",
        "{\"keys\":[{\"key_id\":\"a\",\"file\":\"a.pem\"}]}",
        "{\"keys\":[{\"key_id\":\"a\",\"file\":\"a.pem\",\"first_block\":0}]}",
        "{\"keys\":[{\"key_id\":\"a\",\"file\":\"a.pem\",\"first_block\":2,\"last_block\":1}]}",
        "{\"keys\":[{\"key_id\":\"\",\"file\":\"a.pem\",\"first_block\":1}]}",
        "{\"keys\":[{\"key_id\":\"a\",\"file\":\"a.pem\",\"first_block\":1},"
            + "{\"key_id\":\"a\",\"file\":\"a.pem\",\"first_block\":5}]}",
        "{\"keys\":[],\"keys\":[]}"
      })
  void keyringFile_ofAnotherForm_isRefused(String text) throws IOException {
    Files.copy(Vectors.path("keys/" + PEM), folder.resolve("a.pem"));
    Path file = Files.writeString(folder.resolve("keyring.json"), text);
    assertThatThrownBy(() -> KeyringFile.read(file))
        .isInstanceOf(KeyRejected.class)
        .hasMessageMatching("(?s).*[.]");
  }

  @Test
  void fingerprint_hasFourForms() throws IOException {
    RsaPublicKey key = RsaPublicKey.ofPem(Files.readAllBytes(Vectors.path("keys/" + PEM)));
    for (FingerprintForm form : FingerprintForm.values()) {
      assertThat(key.formOf(key.fingerprint(form))).isPresent();
    }
    assertThat(key.formOf(key.fingerprint(FingerprintForm.SPKI_DER)))
        .contains(FingerprintForm.SPKI_DER);
    assertThat(key.formOf(key.fingerprint(FingerprintForm.PEM_TRIMMED)))
        .contains(FingerprintForm.PEM_TRIMMED);
    assertThat(key.formOf("SHA256:")).isEmpty();
  }

  @Test
  void fingerprint_doesNotDependOnTheFilesLineEnds() throws IOException {
    String pem = Files.readString(Vectors.path("keys/" + PEM));
    RsaPublicKey unix = RsaPublicKey.ofPem(pem.getBytes(StandardCharsets.US_ASCII));
    RsaPublicKey windows =
        RsaPublicKey.ofPem(pem.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    assertThat(windows.fingerprint(FingerprintForm.SPKI_DER))
        .isEqualTo(unix.fingerprint(FingerprintForm.SPKI_DER));
    assertThat(windows.formOf(unix.fingerprint(FingerprintForm.PEM_NORMALISED)))
        .contains(FingerprintForm.PEM_NORMALISED);
    assertThat(windows.fingerprint(FingerprintForm.PEM_FILE))
        .isNotEqualTo(unix.fingerprint(FingerprintForm.PEM_FILE));
  }

  @Test
  void publicKey_ofFewerThan2048Bits_isRefused() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    RSAPublicKey small = (RSAPublicKey) generator.generateKeyPair().getPublic();
    assertThatThrownBy(() -> RsaPublicKey.of(small))
        .isInstanceOf(KeyRejected.class)
        .hasMessage("An RSA key has 2048 to 16384 bits, not 1024.");
  }

  @Test
  void keyFile_ofTheWrongKind_isRefusedByName() throws IOException {
    byte[] publicPem = Files.readAllBytes(Vectors.path("keys/" + PEM));
    assertThatThrownBy(() -> SigningKey.ofPem("a", publicPem))
        .hasMessage("The key file holds \"PUBLIC KEY\"; \"PRIVATE KEY\" is needed.");
    assertThatThrownBy(() -> RsaPublicKey.ofPem(new byte[0]))
        .hasMessage("The key file is not one PEM block.");
    assertThatThrownBy(() -> RsaPublicKey.ofPem(new byte[1 << 20]))
        .hasMessage("A key file has at most 65536 bytes.");
  }

  @Test
  void signature_isCheckedByThePublicHalf() throws IOException {
    byte[] pem = Files.readAllBytes(Vectors.path("keys/test-only-a.private.pem"));
    SigningKey key = SigningKey.ofPem("a", pem);
    SignatureScheme scheme = SignatureScheme.platform();
    SignatureChecker checker = scheme.newChecker();
    byte[] message = "block".getBytes(StandardCharsets.US_ASCII);
    byte[] signature = key.sign(message);
    assertThat(signature).hasSize(key.publicKey().signatureBytes());
    assertThat(checker.check(key.publicKey(), message, signature)).isTrue();
    signature[0] ^= 1;
    assertThat(checker.check(key.publicKey(), message, signature)).isFalse();
    assertThat(checker.check(key.publicKey(), message, new byte[3])).isFalse();
  }
}
