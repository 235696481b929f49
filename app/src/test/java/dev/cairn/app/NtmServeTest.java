package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn ntm serve} in a process of its own, beside a sealer. */
class NtmServeTest {
  @TempDir Path directory;

  private Path chain;
  private Path key;

  @BeforeEach
  void sealBlock() throws IOException {
    chain = directory.resolve("chain");
    key = NtmFiles.key(directory, "key");
    NtmFiles.metrics(directory);
    seal("2026-04-02 16:05:10");
  }

  private void seal(String now) {
    CommandRun.good(
        "ntm",
        "seal",
        "--dir",
        chain.toString(),
        "--metrics",
        directory.resolve("metrics.json").toString(),
        "--key",
        key.toString(),
        "--key-id",
        "key-1",
        "--now",
        now);
  }

  private CairnProcess serve(String... more) throws IOException {
    String[] arguments = {"ntm", "serve", "--dir", chain.toString(), "--port", "0"};
    String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return CairnProcess.start(directory.resolve("serve.log"), all);
  }

  private static String get(URI address, String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void server_showsBlocksAsTheyAreSealed_andStops() throws Exception {
    try (CairnProcess server = serve("--max-age", "0", "--base-url", "https://chain.example")) {
      String report = "/ai-check-integrity-ntm-ia.php?format=json";
      assertThat(get(server.address(), report)).contains("\"valid\": true", "\"blocks\": 1,");
      seal("2026-04-02 16:15:10");
      assertThat(get(server.address(), report)).contains("\"valid\": true", "\"blocks\": 2,");
      assertThat(get(server.address(), "/blockchain/ntm-ia/blocks/block_000002.json"))
          .isEqualTo(Files.readString(chain.resolve("blocks").resolve("block_000002.json")));
      assertThat(get(server.address(), "/ntm-ia-trust.php?format=json"))
          .contains("https://chain.example/blockchain/ntm-ia/blocks/block_000002.json");
    }
  }

  @Test
  void wrongUse_isOneSentence() {
    assertThat(CommandRun.of("ntm", "serve", "--dir", "nowhere").err())
        .contains("There is no directory nowhere.");
    assertThat(CommandRun.of("ntm", "serve", "--dir", directory.toString()).err())
        .contains("There is no keyring");
    assertThat(
            CommandRun.of("ntm", "serve", "--dir", chain.toString(), "--base-url", "ftp://x").err())
        .contains("A base address begins with http:// or https://.");
    assertThat(CommandRun.of("up", "--ntm-key", "key.pem").err())
        .contains("--ntm-key needs --ntm-dir.");
  }
}
