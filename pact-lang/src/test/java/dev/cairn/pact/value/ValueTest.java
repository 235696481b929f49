package dev.cairn.pact.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.pact.decimal.Decimal;
import dev.cairn.pact.error.PactException;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ValueTest {
  @Test
  void equality_ofDecimalsInside_isNumeric() {
    PDecimal one = new PDecimal(new Decimal(1, BigInteger.TEN));
    PDecimal same = new PDecimal(Decimal.of(1));
    assertThat(PObject.of(Map.of("a", PList.of(one))))
        .isEqualTo(PObject.of(Map.of("a", PList.of(same))))
        .hasSameHashCodeAs(PObject.of(Map.of("a", PList.of(same))));
    assertThat(PInteger.of(1)).isNotEqualTo(one);
  }

  @Test
  void equality_ofModuleReferences_leavesOutInterfaces() {
    ModuleName module = ModuleName.root("m");
    ModuleRef plain = ModuleRef.of(module, List.of());
    ModuleRef implementing = ModuleRef.of(module, List.of(ModuleName.root("i")));
    assertThat(plain).isEqualTo(implementing).hasSameHashCodeAs(implementing);
  }

  @Test
  void keys_areInCodePointOrder() {
    PObject object = PObject.of(Map.of("😀", PUnit.UNIT, "\uff5e", PUnit.UNIT, "a", PUnit.UNIT));
    assertThat(object.fields().keySet()).containsExactly("a", "\uff5e", "😀");
  }

  @Test
  void keyset_hasNoDuplicatesAndOneOrder() {
    assertThat(Guard.Keyset.of(List.of("b", "a", "b"), Guard.Keyset.KEYS_ALL).keys())
        .containsExactly("a", "b");
  }

  @Test
  void depth_beyondBound_isRefused() {
    PactValue deepest = Values.nested(Extent.MAX_DEPTH);
    assertThatThrownBy(() -> PList.of(deepest))
        .isInstanceOf(PactException.class)
        .hasMessage("Value nests deeper than " + Extent.MAX_DEPTH + " levels");
    QualifiedName function = new QualifiedName(ModuleName.root("m"), "f");
    Guard guard = new Guard.UserGuard(function, (PList) deepest);
    assertThatThrownBy(() -> PList.of(guard)).isInstanceOf(PactException.class);
  }

  @Test
  void weight_ofSharedParts_countsEachTime() {
    assertThatThrownBy(
            () -> {
              PList value = PList.of(PUnit.UNIT);
              for (int i = 0; i < 64; i++) {
                value = PList.of(value, value);
              }
            })
        .isInstanceOf(PactException.class)
        .hasMessageStartingWith("Value is larger than");
  }

  @Test
  void equality_ofDeepestValues_fitsTheStack() {
    assertThatCode(() -> Values.nested(Extent.MAX_DEPTH).equals(Values.nested(Extent.MAX_DEPTH)))
        .doesNotThrowAnyException();
  }

  @Test
  void integer_beyondBits_isRefused() {
    assertThatThrownBy(() -> new PInteger(BigInteger.ONE.shiftLeft(PInteger.MAX_BITS)))
        .isInstanceOf(PactException.class);
  }

  @Test
  void names_areReadAsWritten() {
    assertThat(ModuleName.parse("free.m")).contains(new ModuleName("free", "m"));
    assertThat(ModuleName.parse("a.b.c")).isEmpty();
    assertThat(ModuleName.parse("1a")).isEmpty();
    assertThat(QualifiedName.parse("m.f").map(QualifiedName::toString)).contains("m.f");
    assertThat(QualifiedName.parse("f")).isEmpty();
    String full = "ns.m.C.{" + "A".repeat(43) + "}";
    assertThat(FullyQualifiedName.parse(full).map(FullyQualifiedName::toString)).contains(full);
    assertThat(FullyQualifiedName.parse("m.C.{!}")).isEmpty();
  }

  @Property
  void compare_isTheOrderOfCodePoints(@ForAll("texts") String left, @ForAll("texts") String right) {
    int[] a = left.codePoints().toArray();
    int[] b = right.codePoints().toArray();
    assertThat(Integer.signum(CodePoints.compare(left, right)))
        .isEqualTo(Integer.signum(java.util.Arrays.compare(a, b)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Values.texts();
  }
}
