package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn ntm}: a chain sealed and verified on the command line. */
class NtmCommandTest {
  private static final String METRICS =
      """
      {"hits":267721,"pct_ia":0.604704899148,"ai_index":0.8,"uas":58,"hub":638,"respostas":4653,
       "source_timestamp":"2026-04-02 16:00:00"}
      """;

  @TempDir Path directory;

  @BeforeEach
  void makeKeyAndMetrics() throws IOException, NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    Files.writeString(file("key.pem"), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    String publicPem = pem("PUBLIC KEY", pair.getPublic().getEncoded());
    Files.writeString(file("public.pem"), publicPem);
    Files.writeString(
        file("keyring.json"),
        "{\"keys\":[{\"key_id\":\"test-01\",\"file\":\"public.pem\","
            + "\"first_block\":1,\"last_block\":null}]}");
    Files.writeString(file("metrics.json"), METRICS);
  }

  private static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }

  private Path file(String name) {
    return directory.resolve(name);
  }

  private CommandRun seal(String now) {
    return CommandRun.of(
        "ntm",
        "seal",
        "--dir",
        file("chain").toString(),
        "--metrics",
        file("metrics.json").toString(),
        "--key",
        file("key.pem").toString(),
        "--key-id",
        "test-01",
        "--now",
        now);
  }

  private CommandRun verify(String now) {
    return CommandRun.of(
        "ntm",
        "verify",
        "--json",
        "--keyring",
        file("keyring.json").toString(),
        "--now",
        now,
        file("chain").toString());
  }

  @Test
  void sealedChain_verifies_andAChangedBlockDoesNot() throws IOException {
    assertThat(seal("2026-04-02 16:05:10").out()).startsWith("block 1 ");
    assertThat(seal("2026-04-02 16:06:00").err()).contains("too soon");
    assertThat(seal("2026-04-02 16:15:10").out()).startsWith("block 2 ");
    CommandRun good = verify("2026-04-02 16:20:00");
    assertThat(good.exit()).as(good.out()).isZero();
    assertThat(good.out()).contains("\"valid\": true", "\"blocks\": 2");

    Path block = file("chain").resolve("blocks").resolve("block_000001.json");
    Files.writeString(block, Files.readString(block).replace("267721", "267722"));
    CommandRun bad = verify("2026-04-02 16:20:00");
    assertThat(bad.exit()).isEqualTo(2);
    assertThat(bad.out()).contains("SIGNATURE_INVALID", "PREVIOUS_HASH_MISMATCH");
  }

  @Test
  void badInput_isOneSentence() {
    assertThat(verify("yesterday").err()).contains("--now is YYYY-MM-DD");
    assertThat(CommandRun.of("ntm").exit()).isEqualTo(2);
  }
}
