package dev.cairn.pact.chain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.natives.NativeTable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

public class StandardNativesTest {
  private static final NativeTable TABLE = StandardNatives.table();
  private static final int MAX_ARITY = 4;

  /** Natives of class C fail whatever they are given, so they take any number of arguments. */
  static Stream<JsonNode> vectors() {
    return Vectors.cases("builtin-tags", "natives")
        .filter(vector -> !vector.required("native").asText().contains("poseidon"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  public void native_existsWithItsArity(JsonNode vector) {
    String name = vector.required("native").asText();
    List<Native> found =
        TABLE.names().stream()
            .flatMap(StandardNativesTest::overloads)
            .filter(each -> each.overload().equals(name))
            .toList();
    assertThat(found)
        .isNotEmpty()
        .allMatch(each -> each.arity() == vector.required("arity").asInt());
  }

  private static Stream<Native> overloads(String name) {
    return Stream.iterate(0, arity -> arity <= MAX_ARITY, arity -> arity + 1)
        .map(arity -> TABLE.find(name, arity))
        .filter(Objects::nonNull)
        .distinct();
  }
}
