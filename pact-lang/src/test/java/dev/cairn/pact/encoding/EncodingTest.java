package dev.cairn.pact.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.QualifiedName;
import dev.cairn.pact.value.Values;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final Guard KEYSET = Guard.Keyset.of(List.of("k"), Guard.Keyset.KEYS_ALL);

  /**
   * Data written twice is the same, though objects may read back as guards and times lose digits.
   */
  @Property(tries = 300)
  void json_readAndWrittenAgain_isTheSame(@ForAll("values") PactValue value) {
    String json = StableJson.write(value);
    PactValue read = RequestJson.parse(json);
    assertThat(StableJson.write(read)).isEqualTo(json);
  }

  @Property(tries = 300)
  void row_readAgain_isTheSame(@ForAll("values") PactValue value) {
    PObject row = PObject.of(Map.of("field", value));
    assertThat(ValueCborReader.row(ValueCbor.row(row))).isEqualTo(row);
  }

  @Provide
  Arbitrary<PactValue> values() {
    return Values.any();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1 | 1.0",
        "{\"int\":1} | 1",
        "{\"int\":\"12\"} | 12",
        "{\"int\":\"x\"} | {\"int\": \"x\"}",
        "{\"decimal\":\"1.50\"} | 1.50",
        "{\"keys\":[\"b\",\"a\"]} | KeySet {keys: [a, b],pred: keys-all}",
        "{\"keys\":[\"a\"],\"pred\":\"keys-2\",\"more\":1} | KeySet {keys: [a],pred: keys-2}",
        "{\"keys\":[1]} | {\"keys\": [1.0]}",
        "{\"keysetref\":\"ns.k\"} | 'ns.k",
        "{\"fun\":\"m.f\",\"args\":[1]} | UserGuard {fun: m.f,args: [1.0]}",
        "{\"fun\":\"f\",\"args\":[1]} | {\"args\": [1.0],\"fun\": \"f\"}",
        "{\"moduleName\":{\"name\":\"m\"},\"name\":\"n\"} | ModuleGuard {module: m,name: n}",
        "{\"pactId\":\"p\",\"name\":\"n\"} | PactGuard {pactId: p,name: n}",
        "{\"refName\":{\"namespace\":\"ns\",\"name\":\"m\"}} | ns.m",
        "{\"time\":\"2016-07-22T12:00:00Z\"} | \"2016-07-22T12:00:00Z\"",
        "{\"time\":\"x\"} | {\"time\": \"x\"}",
        "1e400 | 1" + "0000000000",
      })
  void json_isReadAsTheFirstFormThatFits(String json, String shown) {
    assertThat(ValueText.show(RequestJson.parse(json))).startsWith(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "{", "nope", "[1,]"})
  void json_beyondBoundsOrMalformed_isAPactError(String json) {
    assertThatThrownBy(() -> RequestJson.parse(json)).isInstanceOf(PactException.class);
  }

  @Test
  void exponentThatNoDecimalHas_isAPactError() {
    assertThatThrownBy(() -> RequestJson.parse("[-4.62e-1799999999999999999999999999]"))
        .isInstanceOf(PactException.class)
        .hasMessageContaining("a number whose exponent is too large");
  }

  @Test
  void json_ofHostileDepthOrLength_isAPactError() {
    assertThatThrownBy(() -> RequestJson.parse("[".repeat(1_000_000)))
        .isInstanceOf(PactException.class);
    assertThatThrownBy(() -> RequestJson.parse("[".repeat(1_500) + "]".repeat(1_500)))
        .isInstanceOf(PactException.class);
    assertThatThrownBy(() -> RequestJson.parse("9".repeat(1_000_000)))
        .isInstanceOf(PactException.class);
  }

  @Test
  void json_withHalfASurrogatePair_isRepaired() {
    assertThat(RequestJson.parse("[\"\\ud800x\",\"\\ud83d\\ude00\"]"))
        .isEqualTo(PList.of(new PString("\ufffdx"), new PString("😀")));
  }

  @Test
  void json_ofTinyNumber_isZero() {
    assertThat(RequestJson.parse("1e-999999999")).isEqualTo(new PDecimal(Decimal.ZERO));
  }

  /** The example of reference section 3.1. */
  @Test
  void row_ofCoin() {
    Decimal balance = new Decimal(7, BigInteger.valueOf(0x1a2b3c4dL));
    PObject row =
        PObject.of(
            Map.of(
                "balance",
                new PDecimal(balance),
                "guard",
                Guard.Keyset.of(List.of("ab"), Guard.Keyset.KEYS_ALL)));
    assertThat(HexFormat.of().formatHex(ValueCbor.row(row)))
        .isEqualTo(
            "005825a2"
                + ("67" + hex("balance") + "8200820282071a1a2b3c4d")
                + ("65" + hex("guard") + "820282008281" + "62" + hex("ab") + "8100"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 00",
    "23, 17",
    "24, 1818",
    "256, 190100",
    "65536, 1a00010000",
    "4294967296, 1b0000000100000000",
    "18446744073709551615, 1bffffffffffffffff",
    "18446744073709551616, c249010000000000000000",
    "-1, 20",
    "-18446744073709551616, 3bffffffffffffffff",
    "-18446744073709551617, c349010000000000000000",
  })
  void cbor_integer(BigInteger number, String hex) {
    assertThat(HexFormat.of().formatHex(new CborWriter().integer(number).toByteArray()))
        .isEqualTo(hex);
  }

  @Test
  void replText_separatesWithBlanksExceptInGuards() {
    PList list = PList.of(PInteger.of(1), new PDecimal(new Decimal(3, BigInteger.valueOf(2000))));
    QualifiedName function = new QualifiedName(ModuleName.root("m"), "f");
    assertThat(ValueText.repl(list)).isEqualTo("[1 2.0]");
    assertThat(ValueText.repl(new Guard.UserGuard(function, list)))
        .isEqualTo("UserGuard {fun: m.f,args: [1, 2.0]}");
    assertThat(ValueText.repl(PObject.of(Map.of("a", PUnit.UNIT, "g", KEYSET))))
        .isEqualTo("{\"a\": (),\"g\": KeySet {keys: [k],pred: keys-all}}");
  }

  @Test
  void base64_withBitsLeftOver_isRefused() {
    assertThat(Base64Url.decode("aGk")).hasValueSatisfying(EncodingTest::isHi);
    assertThat(Base64Url.decode("aGk=")).hasValueSatisfying(EncodingTest::isHi);
    assertThat(Base64Url.decode("aGl")).isEmpty();
    assertThat(Base64Url.decode("aGk==")).isEmpty();
    assertThat(Base64Url.decode("a+/a")).isEmpty();
  }

  @Test
  void deepestValue_isWritten() {
    PactValue deepest = Values.nested(250);
    assertThat(StableJson.write(deepest)).hasSize(500);
    assertThat(ValueText.show(deepest)).hasSize(500);
    assertThat(RequestJson.parse(StableJson.write(deepest))).isEqualTo(deepest);
    assertThat(PactHash.ofValue(new PString("x"))).hasSize(43);
  }

  private static void isHi(byte[] bytes) {
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("hi");
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
