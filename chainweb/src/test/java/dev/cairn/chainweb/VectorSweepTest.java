package dev.cairn.chainweb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.chainweb.cut.Cut;
import dev.cairn.chainweb.header.BlockHeader;
import dev.cairn.chainweb.pact.CommandResult;
import dev.cairn.chainweb.pact.PactCommand;
import dev.cairn.chainweb.payload.PayloadData;
import dev.cairn.chainweb.payload.PayloadWithOutputs;
import dev.cairn.chainweb.spv.SpvProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Walks through every vector file, whatever its shape, and checks each header, payload, cut,
 * command, result and proof on the way, also in texts that hold JSON. The sums tell if something
 * got lost.
 */
class VectorSweepTest {

  private enum Kind {
    HEADER,
    PAYLOAD,
    CUT,
    COMMAND,
    RESULT,
    PROOF
  }

  private static final String WITH_A_WRONG_HASH = "header-invalid-hash.json";

  // Base64url of a binary header of degree 3.
  private static final Pattern HEADER_TEXT = Pattern.compile("[A-Za-z0-9_-]{424}");

  private final Map<Kind, Integer> found = new EnumMap<>(Kind.class);

  @Test
  void everythingInEveryFile_isValid() throws IOException {
    for (String file : files()) {
      walk(Vectors.read(file));
    }
    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Kind.HEADER, 1_739,
                Kind.PAYLOAD, 107,
                Kind.CUT, 16,
                Kind.COMMAND, 411,
                Kind.RESULT, 385,
                Kind.PROOF, 94));
  }

  private static List<String> files() throws IOException {
    Path root = Path.of("src/test/resources/chainweb");
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .map(path -> root.relativize(path).toString())
          .filter(name -> name.endsWith(".json"))
          .filter(name -> !name.equals(WITH_A_WRONG_HASH))
          .sorted()
          .toList();
    }
  }

  private void walk(JsonNode node) {
    if (node.isTextual()) {
      walkText(node.textValue());
    } else if (node.isObject()) {
      checkObject(node);
    }
    node.forEach(this::walk);
  }

  private void walkText(String text) {
    if (text.startsWith("{\"") || text.startsWith("[") || text.startsWith("\"eyJ")) {
      json(text).ifPresent(this::walk);
    } else if (text.startsWith("eyJ")) {
      json(new String(Base64Url.decodeLenient(text), StandardCharsets.UTF_8)).ifPresent(this::walk);
    } else if (HEADER_TEXT.matcher(text).matches()) {
      assertThat(BlockHeader.decode(text).hasValidHash()).isTrue();
      count(Kind.HEADER);
    }
  }

  // Not JSON: recorded error texts, and bodies that a node refused as well.
  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(Vectors.parsed(text));
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private void checkObject(JsonNode object) {
    if (object.has("featureFlags")) {
      assertThat(header(object).hasValidHash()).isTrue();
      count(Kind.HEADER);
    } else if (object.has("coinbase")) {
      assertThat(PayloadWithOutputs.fromJson(object).hasValidHashes()).isTrue();
      count(Kind.PAYLOAD);
    } else if (object.has("minerData")) {
      assertThat(PayloadData.fromJson(object).hasValidHashes()).isTrue();
      count(Kind.PAYLOAD);
    } else if (object.has("hashes") && object.has("instance") && object.has("height")) {
      assertThat(Cut.fromJson(object).computeHeight()).isEqualTo(object.get("height").longValue());
      count(Kind.CUT);
    } else if (object.has("cmd") && object.has("sigs")) {
      assertThat(PactCommand.fromJson(object)).isNotNull();
      count(Kind.COMMAND);
    } else if (object.has("reqKey") && object.has("result")) {
      assertThat(CommandResult.parse(Bytes.utf8(object.toString())).gas()).isNotNegative();
      count(Kind.RESULT);
    } else if (object.has("subject") && object.has("chain")) {
      assertThat(SpvProof.fromJson(object).root()).isNotNull();
      count(Kind.PROOF);
    }
  }

  private static BlockHeader header(JsonNode object) {
    String network = object.get("chainwebVersion").textValue();
    ChainwebVersion version = Networks.named(network);
    return BlockHeader.fromJsonObject(object, version.code());
  }

  private void count(Kind kind) {
    found.merge(kind, 1, Integer::sum);
  }
}
