package dev.cairn.evidence.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.chainweb.Base64Url;
import dev.cairn.evidence.crypto.SignatureAlgorithm;
import dev.cairn.evidence.crypto.SignatureProviders;
import dev.cairn.evidence.crypto.SigningKey;
import dev.cairn.evidence.jws.CompactJws;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {
  private static final SigningKey KEY = SigningKey.fromEd25519Seed(new byte[32]);
  private static final String KID = KEY.didKey().toString();
  private static final byte[] PAYLOAD = "{\"mag\":4.5}".getBytes(StandardCharsets.UTF_8);

  private final EventParser parser = new EventParser();
  private final EventVerifier verifier = new EventVerifier(SignatureProviders.best());

  @ParameterizedTest
  @EnumSource(SignatureAlgorithm.class)
  void signedEvent_parsesAndVerifies(SignatureAlgorithm algorithm) {
    SigningKey key = SigningKey.generate(algorithm, new SecureRandom());
    byte[] jws =
        EventSigner.sign(
            key,
            EventDraft.of(PAYLOAD, "a \"quoted\" jti", 1_700_000_000)
                .withTaskKey("game-7")
                .withContentType("application/json"));
    Event event = parser.parse(jws);
    assertThatCode(() -> verifier.verify(event)).doesNotThrowAnyException();
    assertThat(event.jws()).isEqualTo(jws);
    assertThat(event.payload()).isEqualTo(PAYLOAD);
    assertThat(event.taskKey()).isEqualTo("game-7");
    assertThat(event.signer()).hasToString(key.didKey().toString());
    assertThat(event.header().idempotencyKey()).isEqualTo("a \"quoted\" jti");
  }

  @Test
  void taskKey_isTheSignerByDefault() {
    Event event = parser.parse(EventSigner.sign(KEY, EventDraft.of(PAYLOAD, "1", 0)));
    assertThat(event.taskKey()).isEqualTo(KID);
    assertThat(event.header().byGateway()).isFalse();
  }

  @Test
  void gatewaySignedEvent_saysSo() {
    Event event = parser.parse(EventSigner.signForSource(KEY, EventDraft.of(PAYLOAD, "1", 0)));
    assertThat(event.header().byGateway()).isTrue();
  }

  @Test
  void flattenedObject_isTheSameEvent() {
    String[] parts = sign("{}").split("\\.", -1);
    String flattened =
        " {\"signature\":\"%s\",\"payload\":\"%s\",\"protected\":\"%s\",\"x\":[1,{}]}"
            .formatted(parts[2], parts[1], parts[0])
            .trim();
    assertThat(parser.parse(ascii(flattened)).id()).isEqualTo(parser.parse(ascii(sign("{}"))).id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "a.b",
        "a.b.c.d",
        "====.b.c",
        "e30=.e30.AA",
        "{",
        "{}",
        "{\"payload\":1}",
        "\u00ff.."
      })
  void textThatIsNoJws_isMalformed(String text) {
    assertRejected(EventRejection.MALFORMED_JWS, () -> parser.parse(ascii(text)));
  }

  @Test
  void unprotectedHeader_isRefused() {
    String[] parts = sign("{}").split("\\.", -1);
    String json =
        "{\"protected\":\"%s\",\"payload\":\"%s\",\"signature\":\"%s\",\"header\":{}}"
            .formatted(parts[0], parts[1], parts[2]);
    assertRejected(EventRejection.MALFORMED_JWS, () -> parser.parse(ascii(json)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"alg\":\"none\"}                                   | alg-none",
        "{\"alg\":\"HS256\"}                                  | unsupported-alg",
        "{\"alg\":\"eddsa\"}                                  | unsupported-alg",
        "{\"alg\":\"EdDSA\"}                                  | wrong-typ",
        "{\"alg\":\"EdDSA\",\"typ\":\"JWT\"}                  | wrong-typ",
        "{\"alg\":\"EdDSA\",\"crit\":[\"exp\"]}               | crit-unsupported",
        "{\"alg\":\"EdDSA\",\"alg\":\"EdDSA\"}                | malformed-header",
        "{\"alg\":1}                                          | malformed-header",
        "{}                                                   | malformed-header",
        "[]                                                   | malformed-header",
        "{\"alg\":\"EdDSA\"}{}                                | malformed-header",
        "{\"alg\":\"EdDSA\",                                  | malformed-header",
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\"}      | malformed-header"
      })
  void header_isRefusedWithItsOwnSlug(String header, String slug) {
    String jws = Base64Url.encode(ascii(header.strip())) + ".e30." + "A".repeat(86);
    assertThatThrownBy(() -> parser.parse(ascii(jws)))
        .isInstanceOfSatisfying(
            EventRejected.class, e -> assertThat(e.reason().slug()).isEqualTo(slug));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"jti\":\"\"",
        "\"jti\":7",
        "\"jti\":\"\\ud800\"",
        "\"iat\":-1",
        "\"iat\":1.5",
        "\"iat\":1e30",
        "\"iat\":99999999999999999999",
        "\"tk\":\"\"",
        "\"cty\":[]",
        "\"by\":\"me\"",
        "\"kid\":\"\""
      })
  void memberOutOfBounds_isAMalformedHeader(String member) {
    String name = member.substring(0, member.indexOf(':'));
    String base =
        "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"k\",\"iat\":1,\"jti\":\"1\"}";
    String header =
        base.contains(name + ":")
            ? base.replaceFirst(name + ":(\"[^\"]*\"|\\d+)", member.replace("\\", "\\\\"))
            : base.replace("}", "," + member + "}");
    assertRejected(
        EventRejection.MALFORMED_HEADER,
        () -> parser.parse(ascii(Base64Url.encode(ascii(header)) + ".e30." + "A".repeat(86))));
  }

  @Test
  void longHeader_isTooLarge() {
    String jws = sign("{}", header().replace("}", ",\"x\":\"" + "y".repeat(4096) + "\"}"));
    assertRejected(EventRejection.HEADER_TOO_LARGE, () -> parser.parse(ascii(jws)));
  }

  @Test
  void longEvent_isTooLarge() {
    String jws = sign("x".repeat(EventParser.DEFAULT_MAX_EVENT_BYTES));
    assertRejected(EventRejection.EVENT_TOO_LARGE, () -> parser.parse(ascii(jws)));
  }

  @Test
  void absentSignature_isMissing() {
    String jws = sign("{}");
    String unsigned = jws.substring(0, jws.lastIndexOf('.') + 1);
    assertRejected(EventRejection.MISSING_SIGNATURE, () -> parser.parse(ascii(unsigned)));
    assertRejected(EventRejection.BAD_SIGNATURE, () -> parser.parse(ascii(unsigned + "AAAA")));
  }

  @Test
  void deviceId_isNoKeyThatIsKnownHere() {
    Event event = parser.parse(ascii(sign("{}", header().replace(KID, "device-17"))));
    assertRejected(EventRejection.UNKNOWN_KEY, () -> verifier.verify(event));
  }

  @Test
  void keyOfAnotherAlgorithm_isRefused() {
    Event event = parser.parse(ascii(sign("{}", header().replace("EdDSA", "ES256"))));
    assertRejected(EventRejection.WRONG_KEY_TYPE, () -> verifier.verify(event));
  }

  @Test
  void wrongKey_isABadSignature() {
    SigningKey other = SigningKey.generate(SignatureAlgorithm.EDDSA, new SecureRandom());
    String header = header().replace(KID, other.didKey().toString());
    Event event = parser.parse(ascii(sign("{}", header)));
    assertRejected(EventRejection.BAD_SIGNATURE, () -> verifier.verify(event));
  }

  @Test
  void everyChangedByte_isRefused() {
    byte[] jws = ascii(sign("{\"a\":1}"));
    for (int i = 0; i < jws.length; i++) {
      for (byte replacement : ascii("Az0_-.=\"")) {
        byte[] changed = Arrays.copyOf(jws, jws.length);
        changed[i] = replacement;
        if (replacement != jws[i]) {
          assertThatThrownBy(() -> verifier.verify(parser.parse(changed)))
              .as("byte %d to %c", i, replacement)
              .isInstanceOf(EventRejected.class);
        }
      }
    }
  }

  private static String sign(String payload) {
    return sign(payload, header());
  }

  private static String sign(String payload, String header) {
    return CompactJws.sign(KEY, ascii(header), ascii(payload)).toString();
  }

  private static String header() {
    return "{\"alg\":\"EdDSA\",\"typ\":\"cairn-event+jws\",\"kid\":\"%s\",\"iat\":1,\"jti\":\"1\"}"
        .formatted(KID);
  }

  private static void assertRejected(EventRejection reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            EventRejected.class, e -> assertThat(e.reason()).as(e.detail()).isEqualTo(reason));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
