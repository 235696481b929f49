package dev.cairn.pact.value;

import dev.cairn.pact.decimal.Decimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random values for property tests. */
public final class Values {
  private static final BigInteger LARGE = BigInteger.TEN.pow(40);
  private static final long YEAR_9999_MICROS = 253_402_300_799_999_999L;

  private Values() {}

  public static Arbitrary<PactValue> any() {
    return Arbitraries.lazyOf(
        Values::literals,
        Values::literals,
        () -> guards().map(guard -> guard),
        () -> any().list().ofMaxSize(3).map(PList::of),
        () -> Arbitraries.maps(texts(), any()).ofMaxSize(3).map(PObject::of),
        () ->
            Combinators.combine(moduleNames(), moduleNames().list().ofMaxSize(2)).as(ModuleRef::of),
        () -> Combinators.combine(qualifiedNames(), arguments()).as(Values::token));
  }

  public static Arbitrary<PactValue> literals() {
    return Arbitraries.oneOf(
        texts().map(PString::new),
        integers().map(PInteger::new),
        decimals().map(PDecimal::new),
        Arbitraries.of(true, false).map(PBool::of),
        Arbitraries.just(PUnit.UNIT),
        Arbitraries.longs().between(-YEAR_9999_MICROS / 5, YEAR_9999_MICROS).map(PTime::new));
  }

  public static Arbitrary<Decimal> decimals() {
    return Combinators.combine(Arbitraries.integers().between(0, 255), integers()).as(Decimal::new);
  }

  public static Arbitrary<BigInteger> integers() {
    return Arbitraries.oneOf(
        Arbitraries.bigIntegers().between(LARGE.negate(), LARGE),
        Arbitraries.longs().map(BigInteger::valueOf));
  }

  public static Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("abk:\"\\ \t\né\u0001\uff5e")
        .withCharRange('a', 'z')
        .ofMaxLength(8)
        .map(text -> text.replace("z", "😀"));
  }

  public static Arbitrary<Guard> guards() {
    Arbitrary<String> predicates =
        Arbitraries.of(Guard.Keyset.KEYS_ALL, Guard.Keyset.KEYS_2, "=", "free.m.pred");
    Arbitrary<String> ids = Arbitraries.of("DldRwCblQ7Loqy6wYJnaodHl30d3j3eH-qtFzfEv46g");
    return Arbitraries.lazyOf(
        () -> Combinators.combine(texts().list().ofMaxSize(3), predicates).as(Guard.Keyset::of),
        () ->
            Combinators.combine(names().injectNull(0.5), names())
                .as((ns, name) -> new Guard.KeysetReference(new KeysetName(ns, name))),
        () -> Combinators.combine(qualifiedNames(), arguments()).as(Guard.UserGuard::new),
        () ->
            Combinators.combine(qualifiedNames(), arguments(), ids.injectNull(0.5))
                .as(Guard.CapabilityGuard::new),
        () -> Combinators.combine(moduleNames(), texts()).as(Guard.ModuleGuard::new),
        () -> Combinators.combine(ids, texts()).as(Guard.PactGuard::new));
  }

  private static Arbitrary<PList> arguments() {
    return any().list().ofMaxSize(2).map(PList::of);
  }

  private static Arbitrary<String> names() {
    return Arbitraries.of("m", "coin", "x-y_z", "%a", "free");
  }

  private static Arbitrary<ModuleName> moduleNames() {
    return Combinators.combine(names().injectNull(0.5), names()).as(ModuleName::new);
  }

  private static Arbitrary<QualifiedName> qualifiedNames() {
    return Combinators.combine(moduleNames(), names()).as(QualifiedName::new);
  }

  private static CapToken token(QualifiedName name, PList arguments) {
    ModuleHash hash = ModuleHash.of(new byte[32]);
    return new CapToken(new FullyQualifiedName(name.module(), name.name(), hash), arguments);
  }

  /** A list in a list in a list. */
  public static PactValue nested(int depth) {
    PactValue value = PList.EMPTY;
    for (int i = 1; i < depth; i++) {
      value = PList.of(List.of(value));
    }
    return value;
  }
}
