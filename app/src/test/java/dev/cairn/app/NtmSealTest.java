package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cairn ntm seal} and {@code rotate}: keys of all kinds, and what goes wrong in practice.
 */
class NtmSealTest {
  private static final Path SOFTHSM = Path.of("/usr/lib/softhsm/libsofthsm2.so");
  private static final String PIN = "1234";

  @TempDir Path directory;

  private Path chain;
  private Path key;
  private Path metrics;

  @BeforeEach
  void makeFiles() throws IOException {
    chain = directory.resolve("chain");
    key = NtmFiles.key(directory, "key-1");
    metrics = NtmFiles.metrics(directory);
  }

  private String[] seal(String source, String pem, String keyId, String... more) {
    List<String> arguments = new ArrayList<>(List.of("ntm", "seal", "--dir", chain.toString()));
    arguments.addAll(List.of("--metrics", source, "--key", pem, "--key-id", keyId));
    arguments.addAll(List.of(more));
    return arguments.toArray(new String[0]);
  }

  private CommandRun sealAt(String time) {
    return CommandRun.of(seal(metrics.toString(), key.toString(), "key-1", "--now", time));
  }

  private CommandRun verify(String now) {
    return CommandRun.of(
        "ntm",
        "verify",
        "--keyring",
        chain.resolve("keyring.json").toString(),
        "--now",
        now,
        chain.toString());
  }

  @Test
  void twoProcessesAtOnce_oneSeals_theOtherIsBusy() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    HttpServer source =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.createContext(
        "/",
        exchange -> {
          asked.countDown();
          byte[] body = NtmFiles.METRICS.getBytes(StandardCharsets.UTF_8);
          try {
            release.await();
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    source.start();
    try {
      String address = "http://127.0.0.1:" + source.getAddress().getPort() + "/";
      CommandProcess first = CommandProcess.start(Map.of(), seal(address, key.toString(), "key-1"));
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
      CommandRun second =
          CommandProcess.start(Map.of(), seal(metrics.toString(), key.toString(), "key-1")).end();
      assertThat(second.exit()).isEqualTo(1);
      assertThat(second.err()).contains("Another sealer is at work");
      release.countDown();
      CommandRun sealed = first.end();
      assertThat(sealed.exit()).as(sealed.err()).isZero();
      assertThat(sealed.out()).contains("block 1 ");
    } finally {
      release.countDown();
      source.stop(0);
    }
  }

  @Test
  void clockSetBack_andSourceDown_leaveTheChainWhole() throws IOException {
    assertThat(sealAt("2026-04-02 16:05:10").exit()).isZero();
    CommandRun early = sealAt("2026-04-02 15:05:10");
    assertThat(early.exit()).isEqualTo(1);
    assertThat(early.err()).contains("The clock went back");
    CommandRun down =
        CommandRun.of(
            seal("http://127.0.0.1:1/", key.toString(), "key-1", "--now", "2026-04-02 16:15:10"));
    assertThat(down.exit()).isEqualTo(1);
    assertThat(down.err()).contains("The metrics can't be read");
    Files.delete(metrics);
    assertThat(sealAt("2026-04-02 16:15:10").exit()).isEqualTo(1);
    assertThat(verify("2026-04-02 16:20:00").exit()).isZero();
  }

  @Test
  void encryptedKey_opensWithAVariableOrAFile() throws Exception {
    Path encrypted = directory.resolve("encrypted.pem");
    run(
        "openssl",
        "pkcs8",
        "-topk8",
        "-in",
        key.toString(),
        "-passout",
        "pass:horse",
        "-out",
        encrypted.toString());
    CommandRun byVariable =
        CommandProcess.start(
                Map.of("CHAIN_PASSPHRASE", "horse"),
                seal(
                    metrics.toString(),
                    encrypted.toString(),
                    "key-1",
                    "--passphrase-env",
                    "CHAIN_PASSPHRASE",
                    "--now",
                    "2026-04-02 16:05:10"))
            .end();
    assertThat(byVariable.out()).as(byVariable.err()).contains("block 1 ");
    Path secret = Files.writeString(directory.resolve("secret"), "horse\n");
    String[] byFile =
        seal(
            metrics.toString(),
            encrypted.toString(),
            "key-1",
            "--passphrase-file",
            secret.toString(),
            "--now",
            "2026-04-02 16:15:10");
    assertThat(CommandRun.of(byFile).out()).startsWith("block 2 ");
    Files.writeString(secret, "donkey");
    assertThat(CommandRun.of(byFile).err()).contains("The passphrase does not open the key");
  }

  private static void run(String... command) throws IOException, InterruptedException {
    run(Map.of(), command);
  }

  private static void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", String.join(" ", command), said).isZero();
  }

  @Test
  void keyInAToken_sealsWithoutLeavingIt() throws Exception {
    assumeTrue(Files.exists(SOFTHSM), "Skipped: SoftHSM is not installed.");
    Files.createDirectories(directory.resolve("tokens"));
    Path config =
        Files.writeString(
            directory.resolve("softhsm2.conf"),
            "directories.tokendir = " + directory.resolve("tokens") + "\n");
    Map<String, String> environment = Map.of("SOFTHSM2_CONF", config.toString(), "TOKEN_PIN", PIN);
    run(
        environment,
        "softhsm2-util",
        "--init-token",
        "--free",
        "--label",
        "chain",
        "--pin",
        PIN,
        "--so-pin",
        PIN);
    Path token =
        Files.writeString(
            directory.resolve("token.cfg"),
            "name = chain\nlibrary = " + SOFTHSM + "\nslotListIndex = 0\n");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    run(
        environment,
        keytool,
        "-genkeypair",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-alias",
        "sealing",
        "-dname",
        "CN=sealing",
        "-storetype",
        "PKCS11",
        "-storepass",
        PIN,
        "-providerClass",
        "sun.security.pkcs11.SunPKCS11",
        "-providerArg",
        token.toString());
    CommandRun sealed =
        CommandProcess.start(
                environment,
                seal(
                    metrics.toString(),
                    "sealing",
                    "token-key",
                    "--pkcs11",
                    token.toString(),
                    "--passphrase-env",
                    "TOKEN_PIN",
                    "--now",
                    "2026-04-02 16:05:10"))
            .end();
    assertThat(sealed.out()).as(sealed.err()).contains("block 1 ");
    assertThat(verify("2026-04-02 16:10:00").exit()).isZero();
  }

  @Test
  void openKeyThatOthersCanRead_isWarnedAbout() throws IOException {
    assertThat(sealAt("2026-04-02 16:05:10").err()).isEmpty();
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(sealAt("2026-04-02 16:15:10").err()).contains("others can read it");
  }

  @Test
  void rotation_givesTheNextBlockToTheNewKey() throws IOException {
    assertThat(sealAt("2026-04-02 16:05:10").exit()).isZero();
    Path second = NtmFiles.key(directory, "key-2");
    CommandRun rotated =
        CommandRun.of(
            "ntm",
            "rotate",
            "--dir",
            chain.toString(),
            "--key",
            second.toString(),
            "--key-id",
            "key-2");
    assertThat(rotated.out()).isEqualTo("key-2 signs from block 2 on\n");
    CommandRun old = sealAt("2026-04-02 16:15:10");
    assertThat(old.exit()).isEqualTo(2);
    assertThat(old.err()).contains("KEY_NOT_VALID_FOR_BLOCK");
    assertThat(Files.readString(chain.resolve("ntm_ia_public.key")))
        .isEqualTo(Files.readString(directory.resolve("key-1.public.pem")));
    CommandRun.good(
        seal(metrics.toString(), second.toString(), "key-2", "--now", "2026-04-02 16:15:10"));
    assertThat(Files.readString(chain.resolve("ntm_ia_public.key")))
        .isEqualTo(Files.readString(directory.resolve("key-2.public.pem")));
    assertThat(verify("2026-04-02 16:20:00").exit()).isZero();
    CommandRun twice =
        CommandRun.of(
            "ntm",
            "rotate",
            "--dir",
            chain.toString(),
            "--key",
            second.toString(),
            "--key-id",
            "key-2");
    assertThat(twice.exit()).isEqualTo(2);
  }
}
