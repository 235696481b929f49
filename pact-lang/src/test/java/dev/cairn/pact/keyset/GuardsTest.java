package dev.cairn.pact.keyset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.capability.Token;
import dev.cairn.pact.chain.Runs;
import dev.cairn.pact.value.PBool;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardsTest {

  private static Runs signedBy(String... keys) {
    Map<String, Set<Token>> signatures = new HashMap<>();
    for (String key : keys) {
      signatures.put(key, Set.of());
    }
    return new Runs().signedBy(signatures);
  }

  @ParameterizedTest
  @CsvSource({
    "keys-all, a b c, true",
    "keys-all, a b, false",
    "keys-any, c, true",
    "keys-any, d, false",
    "keys-2, a c, true",
    "keys-2, a d, false",
    "=, a b c, true",
    "=, a b, false",
  })
  void keyset_countsSignatures(String predicate, String signers, boolean passes) {
    Runs runs = signedBy(signers.split(" ", -1));
    runs.data("{\"k\":{\"keys\":[\"a\",\"b\",\"c\"],\"pred\":\"" + predicate + "\"}}");
    assertThat(runs.succeed("(try false (enforce-guard (read-keyset 'k)))").value())
        .isEqualTo(PBool.of(passes));
  }

  @Test
  void userGuard_countsOnlyWhetherItFails() {
    Runs runs = new Runs();
    runs.succeed(
        "(module m G (defcap G () true) (defun no () false) (defun boom () (enforce false \"x\")))");
    assertThat(runs.succeed("(enforce-guard (create-user-guard (m.no)))").value())
        .isEqualTo(PBool.TRUE);
    assertThat(runs.fail("(enforce-guard (create-user-guard (m.boom)))").message()).isEqualTo("x");
  }

  @Test
  void capabilityGuard_needsItsCapability() {
    Runs runs = new Runs();
    runs.succeed(
        """
        (module m G
          (defcap G () true)
          (defcap C (n:integer) true)
          (defun guard (n:integer) (create-capability-guard (C n)))
          (defun with (n:integer g:guard) (with-capability (C n) (enforce-guard g))))
        """);
    assertThat(runs.succeed("(m.with 1 (m.guard 1))").value()).isEqualTo(PBool.TRUE);
    assertThat(runs.fail("(m.with 1 (m.guard 2))").message())
        .isEqualTo("Capability not acquired: m.C");
  }

  @Test
  void keysetPredicateWithoutName_isRefused() {
    Runs runs = new Runs().data("{\"k\":{\"keys\":[\"a\"],\"pred\":\".\"}}");
    assertThat(runs.fail("(enforce-guard (read-msg 'k))").message()).isNotEmpty();
  }
}
