package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.app.client.CairnClient;
import dev.cairn.app.instance.Instance;
import dev.cairn.app.instance.InstanceSettings;
import dev.cairn.app.ntm.ChainKeyring;
import dev.cairn.app.ntm.ChainRoom;
import dev.cairn.app.ntm.ChainRoomSettings;
import dev.cairn.app.ntm.ChainRoomSettings.Anchoring;
import dev.cairn.app.ntm.ChainRoomSettings.Sealing;
import dev.cairn.app.ntm.KeyReference;
import dev.cairn.app.ntm.PassphraseReference;
import dev.cairn.app.ntm.SiteSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain that an instance seals and anchors. Each test takes a copy and does to it what the holder
 * of the signing key can do.
 */
class NtmAnchorsTest {
  /** An anchor has to lie behind block 1, so that there is something to cut off. */
  private static final int ANCHORED = 2;

  @TempDir static Path shared;

  @TempDir Path directory;

  private static String device = "";
  private static String page = "";
  private static String meters = "";
  private static String cron = "";

  @BeforeAll
  static void sealAndAnchor() throws Exception {
    Path chain = shared.resolve("chain");
    KeyReference key =
        new KeyReference(
            NtmFiles.key(shared, "key").toString(),
            "key-1",
            Optional.empty(),
            new PassphraseReference(Optional.empty(), Optional.empty()));
    Sealing sealing =
        new Sealing(
            key,
            NtmFiles.metrics(shared).toString(),
            Duration.ofSeconds(2),
            Optional.of(Anchoring.OWN));
    ChainRoomSettings settings =
        new ChainRoomSettings(
            SiteSettings.of(chain, ChainKeyring.of(null, chain)),
            "127.0.0.1",
            0,
            Optional.of(sealing));
    try (Instance instance = Instance.start(InstanceSettings.embedded(shared.resolve("data"), 0))) {
      ChainRoom room = instance.join(settings);
      device = room.signer().orElseThrow().toString();
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> newestAnchor(chain) >= ANCHORED);
      page = get(room.address().resolve("/ai-check-integrity-ntm-ia.php"));
      meters = get(instance.address().resolve("/metrics"));
      cron = anchorByCommand(instance.address());
      Files.write(shared.resolve("trust.json"), new CairnClient(instance.address()).trust());
    }
  }

  /** A chain that no instance seals; twice, because cron doesn't know whether it was done. */
  private static String anchorByCommand(URI instance) {
    String chain = shared.resolve("cron").toString();
    CommandRun.good(
        "ntm",
        "seal",
        "--dir",
        chain,
        "--metrics",
        shared.resolve("metrics.json").toString(),
        "--key",
        shared.resolve("key.pem").toString(),
        "--key-id",
        "key-1");
    String[] anchor = {
      "ntm",
      "anchor",
      "--dir",
      chain,
      "--device-key",
      shared.resolve("cron.jwk").toString(),
      "--at",
      instance.toString()
    };
    CommandRun.good(anchor);
    return CommandRun.good(anchor).out();
  }

  private static String get(URI address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static long newestAnchor(Path chain) throws IOException {
    Path anchors = chain.resolve("anchors");
    if (!Files.isDirectory(anchors)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(anchors)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("anchor_"))
          .mapToLong(name -> Long.parseLong(name.replaceAll("[^0-9]", "")))
          .max()
          .orElse(0);
    }
  }

  private Path copy() throws IOException {
    Path copy = directory.resolve("copy");
    try (Stream<Path> files = Files.walk(shared.resolve("chain"))) {
      for (Path file : files.toList()) {
        Files.copy(file, copy.resolve(shared.resolve("chain").relativize(file).toString()));
      }
    }
    return copy;
  }

  private CommandRun verify(Path chain, String signer) {
    List<String> arguments = new ArrayList<>(List.of("ntm", "verify", chain.toString(), "--json"));
    arguments.addAll(List.of("--keyring", shared.resolve("chain/keyring.json").toString()));
    arguments.addAll(List.of("--max-age", "0"));
    arguments.addAll(List.of("--trust", shared.resolve("trust.json").toString()));
    arguments.addAll(List.of("--anchor-signer", signer));
    return CommandRun.of(arguments.toArray(new String[0]));
  }

  @Test
  void sealedChain_agreesWithItsAnchors_andIsServed() throws IOException {
    CommandRun run = verify(copy(), device);
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    assertThat(page).contains("Every check passed");
    assertThat(meters).contains("cairn_ntm_blocks_sealed_total", "cairn_ntm_seal_failing 0.0");
  }

  @Test
  void chainThatCronSeals_isAnchoredByACommand() {
    assertThat(cron).startsWith("block 1 is anchored by did:key:");
    String signer = cron.replaceAll("(?s).* (did:key:\\S+).*", "$1");
    CommandRun run = verify(shared.resolve("cron"), signer);
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  @Test
  void chainThatWasCutOff_fails() throws IOException {
    Path chain = copy();
    long anchored = newestAnchor(chain);
    try (Stream<Path> blocks = Files.list(chain.resolve("blocks"))) {
      for (Path block : blocks.toList()) {
        if (Long.parseLong(block.getFileName().toString().replaceAll("[^0-9]", "")) >= anchored) {
          Files.delete(block);
        }
      }
    }
    Path newest = chain.resolve("blocks").resolve(String.format("block_%06d.json", anchored - 1));
    Files.writeString(chain.resolve("last_hash.txt"), sha256(newest));
    CommandRun run = verify(chain, device);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out())
        .contains("ANCHOR_BEYOND_HEAD", "Block " + anchored + " was anchored")
        .doesNotContain("LAST_HASH", "SIGNATURE");
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException("Each Java platform has SHA-256.", e);
    }
  }

  @Test
  void chainRewrittenWithItsOwnKey_fails() throws IOException {
    Path rewritten = directory.resolve("rewritten");
    Path figures = directory.resolve("figures.json");
    Files.writeString(figures, NtmFiles.METRICS.replace("267721", "999999"));
    for (int block = 0; block < newestAnchor(shared.resolve("chain")) + 1; block++) {
      CommandRun.good(
          "ntm",
          "seal",
          "--dir",
          rewritten.toString(),
          "--metrics",
          figures.toString(),
          "--key",
          shared.resolve("key.pem").toString(),
          "--key-id",
          "key-1",
          "--now",
          String.format("2026-04-02 %02d:%02d:00", 10 + block / 6, block % 6 * 10));
    }
    Files.move(copy().resolve("anchors"), rewritten.resolve("anchors"));
    CommandRun run = verify(rewritten, device);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("ANCHOR_MISMATCH").doesNotContain("SIGNATURE", "LAST_HASH");
  }

  @Test
  void evidenceOfAnotherChainsDevice_isRefused() throws IOException {
    CommandRun run = verify(copy(), "did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH");
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("ANCHOR_INVALID", "not by the chain's device");
  }

  @Test
  void evidenceThatWasChanged_isRefused() throws IOException {
    Path chain = copy();
    Path anchor =
        chain.resolve("anchors").resolve(String.format("anchor_%06d.json", newestAnchor(chain)));
    Files.writeString(
        anchor, Files.readString(anchor).replace("\"leafIndex\":0", "\"leafIndex\":1"));
    CommandRun run = verify(chain, device);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("ANCHOR_INVALID", "fails at");
  }

  @Test
  void anchorsThatAreGone_areMissed() throws IOException {
    Path chain = copy();
    Files.move(chain.resolve("anchors"), directory.resolve("away"));
    CommandRun run = verify(chain, device);
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).contains("ANCHOR_MISSING");
  }

  @Test
  void deviceThatNobodyNamed_isRefused() {
    CommandRun run =
        CommandRun.of(
            "ntm",
            "verify",
            shared.resolve("chain").toString(),
            "--keyring",
            shared.resolve("chain/keyring.json").toString(),
            "--trust",
            shared.resolve("trust.json").toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("Anyone can anchor a hash");
  }
}
