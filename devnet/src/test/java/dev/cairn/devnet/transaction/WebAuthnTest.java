package dev.cairn.devnet.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.chainweb.Hash;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recorded assertions of authenticators, whole and broken. */
class WebAuthnTest {

  private static final Path RECORDING =
      Path.of("..", "chainweb", "src", "test", "resources")
          .resolve(Path.of("chainweb", "node-capture", "pact-transactions.json"));

  private static final String PREFIX = "WEBAUTHN-";

  /** A key, a signature by it, and what it signs. */
  record Signed(String name, String key, String signature, Hash message) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Signed> signed() throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode transactions = json.readTree(RECORDING.toFile()).get("transactions");
    return StreamSupport.stream(transactions.spliterator(), false)
        .filter(transaction -> transaction.get("name").asText().matches("webauthn-.*-transfer"))
        .map(
            transaction -> {
              JsonNode command = transaction.get("command");
              try {
                JsonNode cmd = json.readTree(command.get("cmd").textValue());
                return new Signed(
                    transaction.get("name").textValue(),
                    cmd.at("/signers/1/pubKey").textValue(),
                    command.at("/sigs/1/sig").textValue(),
                    Hash.parse(command.get("hash").textValue()));
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("signed")
  void signature_isForOneHashAndOneKey(Signed good) {
    assertThat(WebAuthn.problem(good.key(), good.signature(), good.message())).isEmpty();
    String bare = good.key().substring(PREFIX.length());
    assertThat(WebAuthn.problem(bare, good.signature(), good.message())).isEmpty();
    Hash other = Hash.of(new byte[Hash.SIZE]);
    assertThat(WebAuthn.problem(good.key(), good.signature(), other))
        .contains("Hash mismatch, signature signs for the wrong transaction");
    String signature = good.signature().replaceFirst("\"signature\":\"...", "\"signature\":\"AAA");
    assertThat(WebAuthn.problem(good.key(), signature, good.message())).isPresent();
  }

  @ParameterizedTest
  @MethodSource("signed")
  void brokenKey_isNoKey(Signed good) {
    byte[] key = HexFormat.of().parseHex(good.key().substring(PREFIX.length()));
    assertThat(CoseKey.read(key)).isPresent();
    for (int length = 0; length < key.length; length++) {
      assertThat(CoseKey.read(Arrays.copyOf(key, length))).isEmpty();
    }
    assertThat(CoseKey.read(Arrays.copyOf(key, key.length + 1))).isEmpty();
    for (int i = 0; i < key.length; i++) {
      byte[] other = key.clone();
      other[i] ^= (byte) 0x80;
      Optional<CoseKey> read = CoseKey.read(other);
      read.ifPresent(found -> assertThat(found.verifies(new byte[1], new byte[64])).isFalse());
    }
  }

  @Test
  void point_thatIsNotOnTheCurveIsNoKey() throws IOException {
    Signed es256 = signed().filter(each -> each.name().contains("p256")).findFirst().orElseThrow();
    byte[] key = HexFormat.of().parseHex(es256.key().substring(PREFIX.length()));
    key[key.length - 1] ^= 1;
    assertThat(CoseKey.read(key)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "nonsense",
        "{\"signature\":\"!\",\"authenticatorData\":\"\",\"clientDataJSON\":\"\"}",
        "{\"signature\":\"\",\"authenticatorData\":\"\",\"clientDataJSON\":\"\"}",
        "{\"signature\":1,\"authenticatorData\":\"\",\"clientDataJSON\":\"\"}"
      })
  void brokenAssertion_isNoSignature(String signature) throws IOException {
    Signed good = signed().findFirst().orElseThrow();
    assertThat(WebAuthn.problem(good.key(), signature, good.message())).isPresent();
    assertThat(WebAuthn.problem("WEBAUTHN-zz", good.signature(), good.message()))
        .contains("failed to parse webauthn pubkey: WEBAUTHN-zz");
  }
}
