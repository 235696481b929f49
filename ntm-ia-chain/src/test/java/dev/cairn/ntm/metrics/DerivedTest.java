package dev.cairn.ntm.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.canonical.PhpEncoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivedTest {

  static Stream<JsonNode> vectors() {
    return Vectors.lines("cases/formulas.jsonl");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void derived_isWhatPhpComputes(JsonNode vector) throws PhpJsonException {
    byte[] bytes = PhpEncoder.canonical(fields(metrics(vector.get("input"))));
    assertThat(new String(bytes, StandardCharsets.US_ASCII))
        .isEqualTo(vector.get("expect").textValue());
  }

  @Test
  void derived_ofTheProtocolsExample_isTheExample() {
    Metrics metrics = new Metrics(267721, 0.604704899148, 0.80, 58, 638, 4653);
    assertThat(Derived.of(metrics).rounded())
        .isEqualTo(new Derived(11136.95, 94.01, 118.46, 4615.87931, 546808.68));
  }

  @Test
  void metrics_outsideTheirRange_areRefused() {
    assertThatThrownBy(() -> new Metrics(0, 0, 0, 1, 1, 0))
        .hasMessage("hits is at least 1, not 0.");
    assertThatThrownBy(() -> new Metrics(1, 0, 0, 1, 0, 0)).hasMessage("hub is at least 1, not 0.");
    assertThatThrownBy(() -> new Metrics(1, 1.5, 0, 1, 1, 0))
        .hasMessage("pct_ia lies between 0 and 1; 1.5 does not.");
    assertThatThrownBy(() -> new Metrics(1, 0, Double.NaN, 1, 1, 0))
        .hasMessage("ai_index lies between 0 and 1; NaN does not.");
    assertThatThrownBy(() -> new Metrics(1, 0, 0, 1, 1, -1))
        .hasMessage("respostas is at least 0, not -1.");
  }

  @Test
  void metrics_haveNoNegativeZero() {
    assertThat(1 / new Metrics(1, -0.0, -0.0, 1, 1, 0).aiIndex()).isPositive();
  }

  private static Metrics metrics(JsonNode input) {
    return new Metrics(
        input.get("hits").longValue(),
        Vectors.bits(input.get("pct_ia_bits")),
        Vectors.bits(input.get("ai_index_bits")),
        input.get("uas").longValue(),
        input.get("hub").longValue(),
        input.get("respostas").longValue());
  }

  private static PhpValue fields(Metrics metrics) {
    Derived derived = Derived.of(metrics).rounded();
    Map<String, PhpValue> fields = new LinkedHashMap<>();
    fields.put("hits", new PhpInteger(metrics.hits()));
    fields.put("pct_ia", new PhpDouble(metrics.pctIa()));
    fields.put("ai_index", new PhpDouble(metrics.aiIndex()));
    fields.put("uas", new PhpInteger(metrics.uas()));
    fields.put("hub", new PhpInteger(metrics.hub()));
    fields.put("respostas", new PhpInteger(metrics.respostas()));
    fields.put("np", new PhpDouble(derived.np()));
    fields.put("ntm_original_price", new PhpDouble(derived.ntmOriginalPrice()));
    fields.put("ntm_ia_price", new PhpDouble(derived.ntmIaPrice()));
    fields.put("supply", new PhpDouble(derived.supply()));
    fields.put("market_cap", new PhpDouble(derived.marketCap()));
    fields.put("mint_ratio", new PhpInteger(metrics.uas()));
    return new PhpMap(fields);
  }
}
