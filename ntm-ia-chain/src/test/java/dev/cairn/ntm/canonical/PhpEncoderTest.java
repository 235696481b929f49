package dev.cairn.ntm.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.canonical.PhpValue.PhpBool;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import dev.cairn.ntm.canonical.PhpValue.PhpEmptyObject;
import dev.cairn.ntm.canonical.PhpValue.PhpInteger;
import dev.cairn.ntm.canonical.PhpValue.PhpList;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.canonical.PhpValue.PhpNull;
import dev.cairn.ntm.canonical.PhpValue.PhpText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhpEncoderTest {

  static Stream<JsonNode> vectors() {
    return Vectors.lines("cases/json-encode.jsonl");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void canonical_isWhatPhpWrites(JsonNode vector) throws PhpJsonException {
    if (vector.has("error")) {
      PhpJsonException refused =
          catchThrowableOfType(
              PhpJsonException.class, () -> PhpEncoder.canonical(value(vector.get("input"))));
      assertThat(refused.error().code()).isEqualTo(vector.get("error").intValue());
    } else {
      byte[] bytes = PhpEncoder.canonical(value(vector.get("input")));
      assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(vector.get("expect").textValue());
    }
  }

  @Test
  void canonical_refusesALoneSurrogate() {
    PhpJsonException refused =
        catchThrowableOfType(
            PhpJsonException.class, () -> PhpEncoder.canonical(new PhpText("a\ud83d")));
    assertThat(refused.error()).isEqualTo(PhpJsonError.MALFORMED_UTF8);
  }

  @Test
  void file_indentsByFourAndKeepsSlashes() throws PhpJsonException {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    members.put("a", new PhpList(List.of(new PhpText("x/é"), PhpNull.NULL)));
    members.put("b", new PhpMap(Map.of()));
    String text = new String(PhpEncoder.file(new PhpMap(members)), StandardCharsets.US_ASCII);
    assertThat(text)
        .isEqualTo(
            "{\n    \"a\": [\n        \"x/\\u00e9\",\n        null\n    ],\n    \"b\": []\n}");
  }

  private static PhpValue value(JsonNode node) throws PhpJsonException {
    return switch (node.get("t").textValue()) {
      case "int" -> new PhpInteger(Long.parseLong(node.get("v").asText()));
      case "float" -> new PhpDouble(Vectors.bits(node.get("bits")));
      case "str" -> new PhpText(text(node.get("utf8")));
      case "bool" -> new PhpBool(node.get("v").booleanValue());
      case "null" -> PhpNull.NULL;
      case "list" -> list(node.get("items"));
      case "map" -> map(node.get("entries"));
      case "emptyobject" -> PhpEmptyObject.EMPTY;
      default -> throw new IllegalArgumentException("The vectors have an unknown type: " + node);
    };
  }

  private static PhpValue list(JsonNode items) throws PhpJsonException {
    List<PhpValue> values = new ArrayList<>();
    for (JsonNode item : items) {
      values.add(value(item));
    }
    return new PhpList(values);
  }

  private static PhpValue map(JsonNode entries) throws PhpJsonException {
    Map<String, PhpValue> members = new LinkedHashMap<>();
    for (JsonNode entry : entries) {
      members.put(text(entry.get(0)), value(entry.get(1)));
    }
    return new PhpMap(members);
  }

  private static String text(JsonNode hex) throws PhpJsonException {
    return Utf8.decode(HexFormat.of().parseHex(hex.textValue()));
  }
}
