package dev.cairn.pact.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.Evaluation;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PDecimal;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Values;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is printed is code that gives the value again, where the language escapes nothing. */
class PrintAndParseTest {

  @Property(tries = 500)
  void printed_parsesToTheSameValue(@ForAll("writable") PactValue value) {
    assertThat(Evaluation.value(ValueText.show(value))).isEqualTo(value);
    assertThat(Evaluation.value(ValueText.repl(value))).isEqualTo(value);
  }

  /** Values without quotes in texts, and without those that have no literals, such as times. */
  @Provide
  Arbitrary<PactValue> writable() {
    return nested(3);
  }

  private static Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange('a', 'z').withChars(" é{}(;:'").ofMaxLength(8);
  }

  private static Arbitrary<PactValue> nested(int depth) {
    Arbitrary<PactValue> plain =
        Arbitraries.oneOf(
            texts().map(PString::new),
            Values.integers().map(PInteger::new),
            Values.decimals().map(PDecimal::new),
            Arbitraries.of(true, false).map(PBool::of),
            Arbitraries.just(PUnit.UNIT));
    if (depth == 0) {
      return plain;
    }
    return Arbitraries.oneOf(
        plain,
        nested(depth - 1).list().ofMaxSize(4).map(PList::of),
        Arbitraries.maps(texts(), nested(depth - 1)).ofMaxSize(3).map(PObject::of));
  }
}
