package dev.cairn.ntm.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ntm.Shell;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.keyring.Keyring;
import dev.cairn.ntm.keyring.KeyringFile;
import dev.cairn.ntm.keyring.SignatureScheme;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.verify.BlockVerdict;
import dev.cairn.ntm.verify.BlockVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explanations, whose recipes real tools run. */
class BlockExplanationTest {

  @TempDir private Path folder;

  /** One script runs the recipes of a failing or unusual block of each chain, and of some good. */
  @Test
  void recipesOfAllVectorChains_comeToTheVerdict() throws IOException {
    Shell shell = Shell.in(folder, "jq", "openssl", "php", "sha256sum", "base64");
    Map<String, BlockExplanation> explained = new LinkedHashMap<>();
    StringBuilder script = new StringBuilder();
    Set<BlockHash> seen = new HashSet<>();
    for (JsonNode chain : Vectors.json("manifest.json").get("chains")) {
      Path blocks = Vectors.path(chain.get("dir").textValue()).resolve("blocks");
      for (BlockIndex index : interesting(chain, blocks)) {
        if (!seen.add(BlockHash.of(Files.readAllBytes(blocks.resolve(index.fileName()))))) {
          continue;
        }
        Keyring keyring = KeyringFile.read(Vectors.path(chain.get("keyring").textValue()));
        BlockExplanation explanation = explain(blocks, index, keyring);
        String name = chain.get("name").textValue() + " " + index;
        explained.put(name, explanation);
        script.append("cd '").append(copy(blocks)).append("'\n");
        script.append("echo '== ").append(name).append("'\n").append(explanation.recipe());
      }
    }
    Map<String, String> said = sections(shell.run(script.toString()));
    assertThat(explained).hasSizeGreaterThan(40);
    explained.forEach((name, explanation) -> assertAgree(name, explanation, said.get(name)));
  }

  private static void assertAgree(String name, BlockExplanation explanation, String said) {
    String hash = explanation.text().replaceFirst("(?s).*?SHA-256 ([0-9a-f]{64}).*", "$1");
    assertThat(said).as(name).startsWith(hash);
    String verdict =
        explanation
            .signatureHolds()
            .map(holds -> holds ? "Verified OK" : "Verification failure")
            .orElse("");
    assertThat(said).as(name + "\n" + explanation.text()).contains(verdict);
    if (verdict.isEmpty()) {
      assertThat(said).as(name).doesNotContain("Verified OK");
    }
  }

  private static List<BlockIndex> interesting(JsonNode chain, Path blocks) {
    Stream<BlockIndex> failing =
        Stream.of(chain.get("failures"))
            .flatMap(node -> StreamSupport.stream(node.spliterator(), false))
            .filter(failure -> failure.get("block").isIntegralNumber())
            .map(failure -> new BlockIndex(failure.get("block").longValue()));
    return Stream.concat(failing, Stream.of(new BlockIndex(1)))
        .distinct()
        .filter(index -> Files.exists(blocks.resolve(index.fileName())))
        .toList();
  }

  private Path copy(Path blocks) throws IOException {
    Path copy = folder.resolve(blocks.getParent().getFileName().toString());
    if (!Files.exists(copy)) {
      Files.createDirectories(copy);
      try (Stream<Path> files = Files.list(blocks)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
      }
    }
    return copy;
  }

  private static Map<String, String> sections(String output) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : output.split("== ", -1)) {
      int end = section.indexOf('\n');
      if (end > 0) {
        sections.put(section.substring(0, end), section.substring(end + 1));
      }
    }
    return sections;
  }

  @Test
  void spelling_ofOtherDigits_isShown() {
    Spelling spelling =
        Spelling.compare(
            Tokens.ofMember("{\"block_data\":{\"ai_index\": 0.80, \"a\": 58.0}}", "block_data"),
            Tokens.of("{\"ai_index\":0.8,\"a\":58}"));
    assertThat(spelling.differences())
        .containsExactly(
            "\"ai_index\": the file has 0.80, signed is 0.8.",
            "\"a\": the file has 58.0, signed is 58.");
    assertThat(spelling.jq()).isEqualTo(Spelling.Jq.NUMBERS);
  }

  @Test
  void whatJqCanNotWrite_isSaid() throws IOException {
    Path blocks = Vectors.path("chains/valid-extreme-floats/blocks");
    Keyring keyring = KeyringFile.read(Vectors.path("keys/keyring-single.json"));
    StringBuilder all = new StringBuilder();
    for (long i = 1; i <= 3; i++) {
      all.append(explain(blocks, new BlockIndex(i), keyring).text());
    }
    assertThat(all).contains("has an exponent, which jq spells in its own way.");
  }

  @Test
  void textWithHostileBytes_isPlain() throws IOException {
    String block =
        Files.readString(Vectors.path("chains/valid-12/blocks/block_000001.json"))
            .replace("ai-dash-snippet.php", "\u001b[2J\u202e".replace("\u001b", "\\u001b"));
    Files.writeString(folder.resolve("block_000001.json"), block);
    Keyring keyring = KeyringFile.read(Vectors.path("keys/keyring-single.json"));
    BlockExplanation explanation = explain(folder, BlockIndex.FIRST, keyring);
    assertThat(explanation.text()).matches("(?s)[\\n -~]*").contains("DATA_SOURCE");
  }

  private static BlockExplanation explain(Path blocks, BlockIndex index, Keyring keyring)
      throws IOException {
    BlockFile file = BlockFile.of(Files.readAllBytes(blocks.resolve(index.fileName())));
    BlockVerdict verdict =
        new BlockVerifier(keyring, SignatureScheme.platform())
            .verify(
                index, file, BlockHash.ZERO, Timestamp.parse("2026-04-03 00:00:00").orElseThrow());
    return BlockExplanation.of(index, file, verdict, keyring, SignatureScheme.platform());
  }
}
