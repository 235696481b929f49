package dev.cairn.pact.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.pact.repl.PactRepl;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of gas. Costs of expressions are checked here; costs of whole files need the files as
 * they are published, in the folder that {@code -Dcairn.pact.gas=FOLDER} names.
 */
final class GasRows {
  static final @Nullable Path PUBLISHED =
      System.getProperty("cairn.pact.gas") == null
          ? null
          : Path.of(System.getProperty("cairn.pact.gas"));

  private static final Set<String> CLASS_C =
      Set.of(
          "hash-poseidon",
          "hyperlane-decode-token-message",
          "hyperlane-encode-token-message",
          "hyperlane-message-id",
          "pairing-check",
          "point-add",
          "poseidon-hash-hack-a-chain",
          "scalar-mult");

  private static final JsonNode EXPRESSIONS = expressions();

  private GasRows() {}

  static void check(String member, Map.Entry<String, JsonNode> row, Set<String> leftOut) {
    String name = row.getKey();
    String flags = member.equals("goldens50") ? "(env-exec-config [\"DisablePact51\"]) " : "";
    if (CLASS_C.contains(name)) {
      leftOut.add("gas/" + member + ": " + name + " (class C: it fails by name)");
    } else if (member.equals("coin_repl_gas")) {
      leftOut.add(
          "gas/"
              + member
              + ": "
              + name
              + " (run with the published coin contract, see PublishedFilesTest)");
    } else if (flags.isEmpty() && EXPRESSIONS.has(name)) {
      assertCost(name, "", EXPRESSIONS.get(name).asText(), row.getValue().asLong());
    } else if (PUBLISHED == null) {
      leftOut.add("gas/" + member + ": " + name + " (needs -Dcairn.pact.gas)");
    } else {
      assertCost(name, flags, read(PUBLISHED.resolve(name + ".repl")), row.getValue().asLong());
    }
  }

  private static void assertCost(String name, String flags, String code, long milligas) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    PactRepl.runText(flags + "(env-gasmodel \"table\") " + code + "\n(env-milligas)", stream);
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines.get(lines.size() - 1)).as("milligas of " + name).isEqualTo("" + milligas);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode expressions() {
    try (InputStream in = GasRows.class.getResourceAsStream("/gas-expressions.json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in)).required("expressions");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
