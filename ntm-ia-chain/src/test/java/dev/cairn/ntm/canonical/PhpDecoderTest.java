package dev.cairn.ntm.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.ntm.Vectors;
import dev.cairn.ntm.canonical.PhpValue.PhpDouble;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhpDecoderTest {

  static Stream<JsonNode> vectors() {
    return Vectors.lines("cases/json-roundtrip.jsonl");
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void decodeThenEncode_isWhatPhpDoes(JsonNode vector) throws PhpJsonException {
    byte[] text = HexFormat.of().parseHex(vector.get("text").textValue());
    if (vector.has("error")) {
      PhpJsonException refused =
          catchThrowableOfType(PhpJsonException.class, () -> roundTrip(text));
      assertThat(refused.error().code()).isEqualTo(vector.get("error").get("code").intValue());
    } else {
      assertThat(HexFormat.of().formatHex(roundTrip(text)))
          .isEqualTo(vector.get("expect").textValue());
    }
  }

  @Test
  void decode_ofDecimals_givesTheNearestDouble() throws PhpJsonException {
    Random random = new Random(4);
    for (int i = 0; i < 50_000; i++) {
      BigDecimal decimal =
          BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(1, 25));
      PhpDouble read = (PhpDouble) PhpDecoder.decode(utf8(decimal.toPlainString())).value();
      assertThat(read.value()).isEqualTo(Double.parseDouble(decimal.toPlainString()));
    }
  }

  @Test
  void decode_namesTheRepeatedKeyOfAnyDepth() throws PhpJsonException {
    assertThat(PhpDecoder.decode(utf8("{\"a\":[{\"b\":1,\"\\u0062\":2}]}")).repeatedKey())
        .contains("b");
    assertThat(PhpDecoder.decode(utf8("{\"a\":{\"b\":1},\"b\":2}")).repeatedKey()).isEmpty();
  }

  @Test
  void decode_ofTheDeepestTextThatPhpReads_succeeds() throws PhpJsonException {
    assertThat(roundTrip(nested(JsonText.MAX_DEPTH))).hasSize(2 * JsonText.MAX_DEPTH);
  }

  @Test
  void decode_ofHostileDepth_isRefusedWithoutOverflow() {
    PhpJsonException refused =
        catchThrowableOfType(PhpJsonException.class, () -> roundTrip(nested(100_000)));
    assertThat(refused.error()).isEqualTo(PhpJsonError.DEPTH);
  }

  @Test
  void decode_ofEachPrefixOfAText_isRefused() {
    byte[] whole = utf8("{\"a\":[1.5e3,\"\\ud83d\\ude00\",null,true],\"é\":-1}");
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThat(catchThrowableOfType(PhpJsonException.class, () -> roundTrip(cut))).isNotNull();
    }
  }

  private static byte[] roundTrip(byte[] text) throws PhpJsonException {
    return PhpEncoder.canonical(PhpDecoder.decode(text).value());
  }

  private static byte[] nested(int depth) {
    return utf8("[".repeat(depth) + "]".repeat(depth));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
