package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.app.ntm.ChainKeyring;
import dev.cairn.app.ntm.Site;
import dev.cairn.app.ntm.SiteSettings;
import dev.cairn.ntm.http.ChainServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn ntm verify}: what it takes, says and answers to the shell. */
class NtmVerifyTest {

  private static final String NOW = "2026-04-02 16:30:00";

  @TempDir private static Path folder;

  @BeforeAll
  static void seal() throws IOException, NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    KeyPair pair = generator.generateKeyPair();
    write("key.pem", pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
    write("public.pem", pem("PUBLIC KEY", pair.getPublic().getEncoded()));
    write(
        "keyring.json",
        "{\"keys\":[{\"key_id\":\"test-01\",\"file\":\"public.pem\",\"first_block\":1}]}");
    write(
        "metrics.json",
        "{\"hits\":267721,\"pct_ia\":0.604704899148,\"ai_index\":0.8,\"uas\":58,\"hub\":638,"
            + "\"respostas\":4653,\"source_timestamp\":\"2026-04-02 16:00:00\"}");
    for (String now : List.of("16:05:10", "16:15:10", "16:25:10")) {
      CommandRun sealed =
          CommandRun.of(
              "ntm",
              "seal",
              "--dir",
              file("chain"),
              "--metrics",
              file("metrics.json"),
              "--key",
              file("key.pem"),
              "--key-id",
              "test-01",
              "--keyring",
              file("keyring.json"),
              "--now",
              "2026-04-02 " + now);
      assertThat(sealed.exit()).as(sealed.err()).isZero();
    }
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }

  private static String file(String name) {
    return folder.resolve(name).toString();
  }

  private static CommandRun verify(String chain, String... more) {
    List<String> arguments = new ArrayList<>(List.of("ntm", "verify", chain));
    arguments.addAll(List.of("--keyring", file("keyring.json"), "--now", NOW));
    arguments.addAll(List.of(more));
    return CommandRun.of(arguments.toArray(String[]::new));
  }

  @Test
  void chainOnOurOwnServer_isVerifiedLikeItsDirectory() throws IOException {
    SiteSettings settings =
        SiteSettings.of(folder.resolve("chain"), new ChainKeyring(folder.resolve("keyring.json")));
    try (Site site = new Site(settings, Clock.systemUTC());
        ChainServer server = site.serve("127.0.0.1", 0)) {
      String chain = server.address().resolve("/blockchain/ntm-ia/").toString();
      CommandRun remote = verify(chain, "--json", "--connections", "2");
      assertThat(remote.exit()).as(remote.err()).isZero();
      assertThat(remote.out()).isEqualTo(verify(file("chain"), "--json").out());
      assertThat(verify(chain, "--explain", "2").out())
          .contains("curl -sSO '" + chain + "blocks/block_000002.json'");
    }
  }

  @Test
  void serverThatIsNotThere_isToBeTriedAgain() throws IOException {
    int port;
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = taken.getLocalPort();
    }
    CommandRun run = verify("http://127.0.0.1:" + port + "/");
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.err()).contains("REMOTE_UNREACHABLE: http://127.0.0.1:" + port);
  }

  @Test
  void checkpoint_isWrittenUsedAndRefusedInTheChainsDirectory() {
    String checkpoint = file("checkpoint.json");
    assertThat(verify(file("chain"), "--checkpoint", checkpoint).out())
        .contains("VALID: all checks of 3 blocks passed.")
        .doesNotContain("by the checkpoint");
    assertThat(verify(file("chain"), "--checkpoint", checkpoint).out())
        .contains("warning: NOT_CHECKED: Blocks before 3 were valid at " + NOW);
    assertThat(verify(file("chain"), "--checkpoint", checkpoint, "--whole").out())
        .doesNotContain("NOT_CHECKED");
    CommandRun inside = verify(file("chain"), "--checkpoint", file("chain/checkpoint.json"));
    assertThat(inside.exit()).isEqualTo(2);
    assertThat(inside.err()).contains("lies in the chain's own directory");
  }

  @Test
  void explanation_endsWithARecipe() {
    CommandRun run = verify(file("chain"), "--explain", "1");
    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("By itself it is valid.", "cp '" + file("chain/blocks/block_000001.json") + "' .")
        .endsWith("openssl dgst -sha256 -verify key.pem -signature signature.bin canonical.json\n");
    assertThat(verify(file("chain"), "--explain", "9").err())
        .contains("There is no block 9 to be read.");
  }

  @Test
  void badInput_isOneSentenceAndExit2() {
    assertThat(verify(file("nowhere")).exit()).isEqualTo(2);
    assertThat(verify(file("nowhere")).err()).contains("There is no " + file("nowhere") + ".");
    assertThat(verify("http://user:word@host/").err()).contains("without user, query and fragment");
    assertThat(verify(file("chain"), "--connections", "0").exit()).isZero();
    assertThat(verify("http://host/", "--connections", "65").err()).contains("is 1 to 64, not 65");
    CommandRun both =
        verify(
            file("chain"),
            "--start",
            "2",
            "--anchor",
            "0".repeat(64),
            "--checkpoint",
            file("checkpoint.json"));
    assertThat(both.exit()).isEqualTo(2);
  }

  @Test
  void help_namesEachOption() {
    assertThat(CommandRun.of("ntm", "verify", "--help").out())
        .contains(
            "DIR|URL",
            "--keyring",
            "--now",
            "--skew",
            "--max-age",
            "--start",
            "--anchor",
            "--checkpoint",
            "--whole",
            "--connections",
            "--answer-within",
            "--explain",
            "--json");
  }
}
