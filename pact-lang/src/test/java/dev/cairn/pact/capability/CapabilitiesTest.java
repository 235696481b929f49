package dev.cairn.pact.capability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.Program;
import dev.cairn.pact.chain.Run;
import dev.cairn.pact.chain.Runs;
import dev.cairn.pact.chain.Work;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.value.PBool;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PString;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
  private static final String MODULE =
      """
      (module m G
        (defcap G () true)
        (defcap PAY (to:string amount:integer)
          @managed amount PAY-mgr
          (enforce-keyset (read-keyset "payer"))
          (compose-capability (CREDIT to)))
        (defun PAY-mgr:integer (managed:integer requested:integer)
          (enforce (<= requested managed) "too much")
          (- managed requested))
        (defcap CREDIT (to:string) @event true)
        (defcap ONCE () @managed true)
        (defcap PLAIN (n:integer) true)
        (defun pay (to:string amount:integer)
          (with-capability (PAY to amount) (credit to)))
        (defun credit (to:string) (require-capability (CREDIT to)) to)
        (defun once () (with-capability (ONCE) true))
        (defun plain-in-plain (n:integer)
          (with-capability (PLAIN n) (with-capability (PLAIN n) n)))
        (defun install-then-sign ()
          (install-capability (PAY "bob" 1))
          (enforce-keyset (read-keyset "payer"))))
      """;

  private final Runs runs = new Runs();

  @BeforeEach
  void load() {
    runs.data("{\"payer\":{\"keys\":[\"alice\"]}}").succeed(MODULE);
  }

  private static Token pay(long amount) {
    return Runs.token("m.PAY", new PString("bob"), PInteger.of(amount));
  }

  private void sign(Token... tokens) {
    runs.signedBy(Map.of("alice", Set.of(tokens)));
  }

  @Test
  void managed_spendsWhatTheSignatureAllows() {
    sign(pay(10));
    Outcome.Success paid = runs.succeed("(m.pay \"bob\" 4) (m.pay \"bob\" 6)");
    assertThat(paid.events())
        .extracting(Event::name)
        .containsExactly("CREDIT", "PAY", "CREDIT", "PAY");
  }

  @Test
  void managed_refusesMoreThanIsLeft() {
    sign(pay(10));
    Outcome.Failure failure = runs.fail("(m.pay \"bob\" 4) (m.pay \"bob\" 7)");
    assertThat(failure.message()).isEqualTo("too much");
    assertThat(failure.type()).isEqualTo("TxFailure");
  }

  @Test
  void managed_failsWithoutInstallation() {
    sign();
    assertThat(runs.fail("(m.pay \"bob\" 1)").message())
        .startsWith("Managed capability m.PAY was not installed.");
  }

  @Test
  void signatureForOtherToken_doesNotCount() {
    sign(Runs.token("m.ONCE"), pay(1));
    assertThat(runs.fail("(enforce-keyset (read-keyset \"payer\"))").message())
        .startsWith("Keyset failure");
  }

  @Test
  void autoManaged_worksOnce() {
    sign(Runs.token("m.ONCE"));
    assertThat(runs.succeed("(m.once)").value()).isEqualTo(PBool.TRUE);
    assertThat(runs.fail("(m.once) (m.once)").message())
        .isEqualTo("Managed capabilities can only be used once.");
  }

  @Test
  void require_failsOutside() {
    assertThat(runs.fail("(m.credit \"bob\")").message())
        .isEqualTo("The required capability has not been granted: m.CREDIT");
  }

  @Test
  void grantedCapability_isNotEvaluatedAgain() {
    assertThat(runs.succeed("(m.plain-in-plain 3)").value()).isEqualTo(PInteger.of(3));
  }

  @Test
  void installByCode_silencesSignaturesWithoutTokens() {
    sign();
    assertThat(runs.fail("(m.install-then-sign)").message()).startsWith("Keyset failure");
  }

  @Test
  void withCapability_fromOutsideNeedsModuleAdmin() {
    assertThat(runs.fail("(with-capability (m.PLAIN 1) 1)").message())
        .isEqualTo("Module admin is necessary for operation but has not been acquired: m");
    assertThat(runs.succeed("(acquire-module-admin m) (with-capability (m.PLAIN 1) 1)").value())
        .isEqualTo(PInteger.of(1));
  }

  @Test
  void failedTest_leavesNothingGranted() {
    runs.succeed(
        """
        (module n G
          (defcap G () true)
          (defcap C () true)
          (defun f () (with-capability (C) (enforce false "no")))
          (defun g () (try true (f)) (require-capability (C))))
        """);
    assertThat(runs.fail("(n.g)").message())
        .isEqualTo("The required capability has not been granted: n.C");
  }

  @Test
  void grantedToken_isThereFromTheBeginning() {
    Work work = new Work.Code(Program.parse("(m.credit \"bob\")"));
    Run run =
        Run.of(work, runs.environment(), GasMeter.free())
            .granting(Runs.token("m.CREDIT", new PString("bob")));
    assertThat(runs.run(run)).isInstanceOf(Outcome.Success.class);
  }

  @Test
  void acquiredToken_isEvaluatedAroundTheCode() {
    Work work = new Work.Code(Program.parse("(m.credit \"bob\")"));
    Run run =
        Run.of(work, runs.environment(), GasMeter.free())
            .acquiring(Runs.token("m.CREDIT", new PString("bob")));
    Outcome outcome = runs.run(run);
    assertThat(outcome).isInstanceOf(Outcome.Success.class);
    assertThat(((Outcome.Success) outcome).events()).hasSize(1);
  }

  @Test
  void capabilityTokenFromRequestData_mustFitItsCapability() {
    runs.succeed(
        "(module n G (defcap G () true) (defcap C (a:string n:integer) @managed n mgr true)"
            + " (defun mgr:integer (m:integer r:integer) m))");
    String hash = runs.succeed("(at 'hash (describe-module \"n\"))").value().toString();
    String text = hash.replaceAll(".*value=([^\\]]*)\\].*", "$1");
    runs.data("{\"t\":{\"#ctName\":\"n.C.{" + text + "}\",\"#ctArgs\":[\"a\"]}}");
    assertThat(runs.fail("(n.C \"a\" 1) (install-capability (read-msg \"t\"))").message())
        .startsWith("Argument length mismatch for n.C");
  }
}
