package dev.cairn.pact.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.Example;

/**
 * Hostile programs, values and bytes end in values or in Pact errors, and soon. Each try has a seed
 * of its own, which a failure names. For a longer run: {@code -Dtest.jvm.flags="-Xmx1g
 * -Dcairn.fuzz.seconds=600"}; to repeat one try: {@code -Dcairn.fuzz.seed=N}.
 */
class FuzzTest {
  private static final int USUAL_TRIES = 1_000;

  /** Far beyond what the gas limits of the tries allow, on a machine with other work. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long LONGER_RUN = Long.getLong("cairn.fuzz.seconds", 0);

  @Example
  void hostileInput_endsInPactErrorsOnly() {
    Long only = Long.getLong("cairn.fuzz.seed");
    int tries = only == null ? all() : one(only);
    System.out.println("Fuzzing: " + tries + " tries ended as they should.");
    assertThat(tries).isPositive();
  }

  /** Else most programs near them would end at their first form. */
  @Example
  void seeds_areValid() {
    HostileTry.seeds().forEach(HostileTry::run);
  }

  private static int all() {
    long first = LONGER_RUN == 0 ? 0 : System.nanoTime();
    long end = System.nanoTime() + Duration.ofSeconds(LONGER_RUN).toNanos();
    int tries = 0;
    while (LONGER_RUN == 0 ? tries < USUAL_TRIES : System.nanoTime() < end) {
      one(first + tries);
      tries++;
    }
    return tries;
  }

  private static int one(long seed) {
    long start = System.nanoTime();
    HostileTry attempt = HostileTry.of(new Random(seed));
    try {
      attempt.run();
    } catch (Exception | Error unexpected) {
      throw new AssertionError("Seed " + seed + ", " + attempt, unexpected);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("time of seed %d, %s", seed, attempt)
        .isLessThan(PATIENCE);
    return 1;
  }
}
