package dev.cairn.chainweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  @Property
  void decode_undoesEncode(@ForAll byte[] bytes) {
    assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A", "AB", "AAB", "AA=", "AA==", "AAA=", "A+AA", "A/AA", "AA A", "AAAé", "=", "AA=A",
        "AAAA\n"
      })
  void decode_refusesAllButTheCanonicalText(String text) {
    assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(MalformedException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AQ", "AQ==", "AQI", "AQI=", "AQID"})
  void decodeLenient_takesPadding(String text) {
    assertThat(Base64Url.decodeLenient(text)).startsWith(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AQ=", "AQI==", "AQID=", "AQ===", "===="})
  void decodeLenient_refusesWrongPadding(String text) {
    assertThatThrownBy(() -> Base64Url.decodeLenient(text)).isInstanceOf(MalformedException.class);
  }
}
