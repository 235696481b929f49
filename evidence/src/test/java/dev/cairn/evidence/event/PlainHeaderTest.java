package dev.cairn.evidence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader says nothing that the reader of any spelling would not say. */
class PlainHeaderTest {
  private static final String GOOD =
      "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"device-7\",\"iat\":1700000000,"
          + "\"jti\":\"a-1\",\"tk\":\"k\",\"cty\":\"text/plain\",\"by\":\"gateway\"}";

  private static final int MUTANTS = 50_000;
  private static final String BITS = "\"\\,:{} 0-19eaby\u00e9\n";

  @Test
  void usualSpelling_isReadInAnyOrder() {
    assertThat(PlainHeader.read(bytes(GOOD))).contains(EventHeaderCodec.parseAny(bytes(GOOD)));
    String other =
        "{\"jti\":\"a\",\"iat\":0,\"kid\":\"d\",\"typ\":\"cairn-event+jws\",\"alg\":\"ES256\"}";
    assertThat(PlainHeader.read(bytes(other))).contains(EventHeaderCodec.parseAny(bytes(other)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"alg\":\"EdDSA\"}",
        "{\"iat\":1,\"iat\":1}",
        "{\"alg\":\"EdDSA\",",
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"d\",\"iat\":01,\"jti\":\"a\"}",
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"d\",\"iat\":-1,\"jti\":\"a\"}",
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"d\",\"iat\":1,\"jti\":\"\"}",
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"d\",\"iat\":1,\"jti\":\"a\",\"x\":1}",
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"d\",\"iat\":1,\"jti\":\"\\u0061\"}"
      })
  void anythingElse_isLeftToTheOtherReader(String header) {
    assertThat(PlainHeader.read(bytes(header))).isEmpty();
  }

  @Test
  void mutants_areReadAlikeOrLeft() {
    Random random = new Random(7);
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(random);
      PlainHeader.read(mutant)
          .ifPresent(
              header ->
                  assertThatCode(
                          () -> assertThat(header).isEqualTo(EventHeaderCodec.parseAny(mutant)))
                      .as(new String(mutant, StandardCharsets.UTF_8))
                      .doesNotThrowAnyException());
    }
  }

  private static byte[] mutant(Random random) {
    StringBuilder text = new StringBuilder(GOOD);
    for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
      int at = random.nextInt(text.length());
      char bit = BITS.charAt(random.nextInt(BITS.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, bit);
        case 1 -> text.insert(at, bit);
        case 2 -> text.deleteCharAt(at);
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 12)));
      }
    }
    byte[] bytes = bytes(text.toString());
    return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
