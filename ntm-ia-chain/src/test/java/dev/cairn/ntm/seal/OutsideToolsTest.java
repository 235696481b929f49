package dev.cairn.ntm.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ntm.Shell;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.metrics.Measurement;
import dev.cairn.ntm.metrics.Metrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain of our sealer, checked by tools that know nothing of us. */
class OutsideToolsTest {

  private static final int BLOCKS = 100;

  /** The protocol's own example. */
  private static final String PHP_EXAMPLE =
      """
      <?php
      $block = json_decode(file_get_contents('block_000001.json'), true);

      // Canonical JSON, identical to sealer:
      $canonicalData = json_encode($block['block_data']);

      $signature = base64_decode($block['signature']);
      $publicKey = file_get_contents('ntm_ia_public.key');

      $valid = openssl_verify(
          $canonicalData,
          $signature,
          $publicKey,
          OPENSSL_ALGO_SHA256
      );

      echo $valid === 1 ? "Valid\\n" : "Invalid\\n";
      """;

  @TempDir private static Path root;

  @BeforeAll
  static void seal() throws IOException, SealException {
    SealerFixture chain = new SealerFixture(root);
    Random random = new Random(11);
    chain.source =
        () ->
            new Measurement(
                new Metrics(
                    random.nextLong(1, 1_000_000),
                    random.nextInt(1, 1000) / 1000.0,
                    random.nextDouble(),
                    random.nextLong(1, 90),
                    random.nextLong(1, 900),
                    random.nextLong(0, 9000)),
                Optional.empty());
    chain.sealBlocks(BLOCKS);
    assertThat(chain.verify().failures()).isEmpty();
    String pem = SealerFixture.KEY_A.publicKey().toPem();
    Files.writeString(blocks().resolve("ntm_ia_public.key"), pem, StandardCharsets.US_ASCII);
  }

  private static Path blocks() {
    return root.resolve("blocks");
  }

  @Test
  void phpExample_findsEachBlockValid() throws IOException {
    Path folder = Files.createDirectories(root.resolve("php"));
    Files.writeString(folder.resolve("example.php"), PHP_EXAMPLE);
    Files.copy(blocks().resolve("ntm_ia_public.key"), folder.resolve("ntm_ia_public.key"));
    String loop =
        "foreach (glob('../blocks/*.json') as $file) {"
            + " copy($file, 'block_000001.json'); include 'example.php'; }";
    String said = Shell.in(folder, "php").run("php -r \"" + loop.replace("$", "\\$") + "\"");
    assertThat(said.lines()).hasSize(BLOCKS).containsOnly("Valid");
  }

  @Test
  void sha256sum_findsEachLinkAndTheHead() throws IOException {
    List<String> hashes =
        Shell.in(blocks(), "sha256sum").run("sha256sum block_*.json").lines().toList();
    assertThat(hashes).hasSize(BLOCKS);
    for (int i = 1; i < BLOCKS; i++) {
      String next = Files.readString(blocks().resolve(new BlockIndex(i + 1).fileName()));
      assertThat(next).contains("\"previous_hash\": \"" + hashes.get(i - 1).substring(0, 64));
    }
    assertThat(hashes.get(BLOCKS - 1)).startsWith(Files.readString(root.resolve("last_hash.txt")));
  }

  @Test
  void jqAndOpenssl_findEachSignatureGood() throws IOException {
    String recipe =
        """
        for f in block_*.json; do
          jq -r '.signature' $f | base64 -d > signature.bin
          jq -jc '.block_data' $f > canonical.json
          openssl dgst -sha256 -verify ntm_ia_public.key -signature signature.bin canonical.json
        done
        """;
    Path folder = Files.createDirectories(root.resolve("jq"));
    String said =
        Shell.in(folder, "jq", "openssl", "base64").run("cp ../blocks/* . && { " + recipe + "}");
    assertThat(said.lines().toList()).isEqualTo(Collections.nCopies(BLOCKS, "Verified OK"));
  }

  @Test
  void protocolsOwnRecipe_failsForTheNewlineThatJqAdds() throws IOException {
    Path folder = Files.createDirectories(root.resolve("printed"));
    String said =
        Shell.in(folder, "jq", "openssl", "base64")
            .run(
                """
                cp ../blocks/block_000001.json ../blocks/ntm_ia_public.key .
                jq -r '.signature' block_000001.json | base64 -d > signature.bin
                jq -c '.block_data' block_000001.json > canonical.json
                openssl dgst -sha256 -verify ntm_ia_public.key -signature signature.bin canonical.json
                """);
    assertThat(said).contains("Verification failure");
  }
}
