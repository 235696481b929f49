package dev.cairn.pact.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.encoding.StableJson;
import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.gas.ValueSize;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Values;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.RandomGenerator;

/** Values at the bounds, and everything that goes through a value. */
final class HostileValue {
  private static final RandomGenerator<PactValue> VALUES = Values.any().generator(1_000);

  /** A value may nest 250 deep. */
  private static final int BEYOND_THE_DEPTH = 260;

  private static final String TABLE = "\":tableName\"";

  private HostileValue() {}

  /** Some value: usual, as deep or as wide as may be, or with the largest numbers. */
  static PactValue any(Random random) {
    PactValue usual = VALUES.next(random).value();
    return switch (random.nextInt(5)) {
      case 0 -> deep(usual, random);
      case 1 -> PList.of(Collections.nCopies(random.nextInt(300), usual));
      case 2 ->
          new PInteger(
              new BigInteger(random.nextInt(PInteger.MAX_BITS) >> random.nextInt(15), random)
                  .negate());
      default -> usual;
    };
  }

  private static PactValue deep(PactValue inmost, Random random) {
    PactValue value = inmost;
    try {
      for (int i = random.nextInt(BEYOND_THE_DEPTH); i > 0; i--) {
        value = random.nextBoolean() ? PList.of(value) : PObject.of(Map.of("a", value));
      }
    } catch (PactException tooDeep) {
      assertThat(tooDeep.replText()).contains("nests deeper");
    }
    return value;
  }

  /** Printing, hashing, comparing, measuring; reading back what was written gives the value. */
  static void check(PactValue value) {
    assertThat(ValueText.repl(value)).isNotNull();
    assertThat(ValueText.show(value)).isNotNull();
    assertThat(PactHash.ofValue(value)).hasSize(43);
    assertThat(ValueSize.of(value)).isPositive();
    PactValue read = RequestJson.parse(StableJson.write(value));
    if (!StableJson.write(value).contains(TABLE)) { // a result may hold one, data may not
      assertThat(StableJson.write(read)).isEqualTo(StableJson.write(value));
    }
    assertThat(value.equals(value)).isTrue();
    assertThat(value.hashCode()).isEqualTo(value.hashCode());
  }
}
