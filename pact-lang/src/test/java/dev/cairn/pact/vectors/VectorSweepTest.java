package dev.cairn.pact.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cairn.pact.chain.StandardNativesTest;
import dev.cairn.pact.encoding.EncodingVectorTest;
import dev.cairn.pact.natives.NativeVectorTest;
import dev.cairn.pact.natives.PureNativesTest;
import dev.cairn.pact.principal.PrincipalTest;
import dev.cairn.pact.syntax.ParserTest;
import dev.cairn.pact.time.TimePatternTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Every row of every file of vectors is run, or is named as left out with its reason. A row or a
 * member that nobody knows is a failure.
 */
class VectorSweepTest {
  private static final List<String> FILES =
      List.of(
          "builtin-tags",
          "decimals",
          "errors",
          "gas",
          "hashes",
          "natives",
          "object-key-order",
          "principals",
          "syntax",
          "time",
          "values");

  /** Members that hold no rows; the shape of errors is checked with each of them. */
  private static final Set<String> NO_ROWS = Set.of("about", "source", "error_object");

  private final Map<String, Consumer<JsonNode>> checks = new LinkedHashMap<>();
  private final Set<String> leftOut = new TreeSet<>();

  private void registerPlainRows() {
    EncodingVectorTest encoding = new EncodingVectorTest();
    PureNativesTest pure = new PureNativesTest();
    TimePatternTest times = new TimePatternTest();
    ParserTest parser = new ParserTest();
    checks.put("decimals/cases", pure::decimal_vector);
    checks.put("decimals/to_integer", pure::rounding_vector);
    checks.put("natives/cases", new NativeVectorTest()::native_vector);
    checks.put("object-key-order/hashes", encoding::keyHash_vector);
    checks.put("object-key-order/cases", encoding::keyOrder_vector);
    checks.put("principals/parse", new PrincipalTest()::kind_vector);
    checks.put("syntax/accept", row -> parser.program_acceptsPrograms(text(row)));
    checks.put("syntax/reject", row -> parser.program_refusesOtherTexts(text(row)));
    checks.put("time/format", times::format_vector);
    checks.put("time/parse", times::parse_vector);
    checks.put("time/arith", pure::time_vector);
    checks.put("time/json", encoding::time_vector);
    checks.put("values/cases", encoding::value_vector);
  }

  private void registerRowsInWords() {
    checks.put("builtin-tags/natives", this::nativeRow);
    checks.put("errors/cases", ErrorSituations::check);
    checks.put("hashes/cases", WordedRows::hash);
    checks.put("hashes/modules", WordedRows.moduleHashes());
    checks.put("principals/cases", WordedRows.principals());
    checks.put("principals/principal_namespace", WordedRows::principalNamespace);
    checks.put("time/decimal", WordedRows::expression);
  }

  private static String text(JsonNode row) {
    return row.required("text").asText();
  }

  /** Natives of class C exist to fail by name, so they have no number of arguments. */
  private void nativeRow(JsonNode row) {
    String name = row.required("native").asText();
    if (name.contains("poseidon")) {
      leftOut.add("builtin-tags: " + name + " (class C: it fails by name)");
    } else {
      new StandardNativesTest().native_existsWithItsArity(row);
    }
  }

  @Test
  void everyRow_isRunOrNamed() throws IOException {
    registerPlainRows();
    registerRowsInWords();
    int rows = 0;
    List<String> counts = new ArrayList<>();
    for (String file : FILES) {
      int before = rows;
      for (Map.Entry<String, JsonNode> member : file(file).properties()) {
        rows += NO_ROWS.contains(member.getKey()) ? 0 : rows(file, member);
      }
      counts.add(file + " " + (rows - before));
    }
    System.out.println("Vectors: " + rows + " rows, " + String.join(", ", counts));
    leftOut.forEach(row -> System.out.println("  left out " + row));
    assertThat(rows).as("rows of all files").isEqualTo(ALL_ROWS);
    assertThat(leftOut)
        .as("rows of class C, and those that need the published files")
        .hasSize(GasRows.PUBLISHED == null ? LEFT_OUT : LEFT_OUT_WITH_PUBLISHED_FILES);
  }

  private static final int ALL_ROWS = 855;
  private static final int LEFT_OUT = 74;
  private static final int LEFT_OUT_WITH_PUBLISHED_FILES = 21;

  private int rows(String file, Map.Entry<String, JsonNode> member) {
    JsonNode rows = member.getValue();
    if (file.equals("gas")) {
      rows.properties().stream()
          .filter(row -> !NO_ROWS.contains(row.getKey()))
          .forEach(row -> GasRows.check(member.getKey(), row, leftOut));
      return (int) rows.properties().stream().filter(r -> !NO_ROWS.contains(r.getKey())).count();
    }
    Consumer<JsonNode> check = checks.get(file + "/" + member.getKey());
    assertThat(check).as("check of rows of " + file + "/" + member.getKey()).isNotNull();
    rows.forEach(check);
    return rows.size();
  }

  static JsonNode file(String name) throws IOException {
    try (InputStream in = VectorSweepTest.class.getResourceAsStream("/vectors/" + name + ".json")) {
      return new ObjectMapper().readTree(Objects.requireNonNull(in));
    }
  }
}
