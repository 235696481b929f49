package dev.cairn.pact.modulehash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.Evaluation;
import dev.cairn.pact.Vectors;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

public class ModuleHasherTest {
  private static final String CONSTANT_MODULE =
      "(module m m-gov (defcap m-gov () true) (defconst fconst:integer (read-integer \"k\"))"
          + " (defun mdfn () %d) (defpact mdpact () (step 1)) (defschema sc a:integer)"
          + " (deftable mdtbl:{sc}))";

  static List<JsonNode> vectors() {
    return Vectors.cases("hashes", "modules")
        .filter(vector -> !vector.required("code").asText().startsWith("same"))
        .toList();
  }

  private static String loadedHash(String code, PactValue data) {
    String text = ((PString) Evaluation.value(code, data)).value();
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  public void hash_vector(JsonNode vector) {
    PactValue data =
        RequestJson.parse(vector.has("env_data") ? vector.get("env_data").toString() : "{}");
    assertThat(loadedHash(vector.required("code").asText(), data))
        .isEqualTo(vector.required("hash").asText());
  }

  /** The two vectors that are described as variants of another. */
  @ParameterizedTest
  @CsvSource({
    "1, auoL6ISoyHwxhzTs5dwvCZUZLP1r53ijK-3zVbJh50I",
    "2, D0WKIRJUOzdT2S0dKD6WAY5VgWVSCDJMl_4pKTt_ZSM",
  })
  void hash_dependsOnConstantsAndBodies(int result, String hash) {
    assertThat(loadedHash(CONSTANT_MODULE.formatted(result), RequestJson.parse("{\"k\":2}")))
        .isEqualTo(hash);
  }
}
