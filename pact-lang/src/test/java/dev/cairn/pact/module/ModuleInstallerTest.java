package dev.cairn.pact.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.chain.Runs;
import dev.cairn.pact.value.PInteger;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModuleInstallerTest {
  private static final String OLD = "(module m G (defcap G () true) (defun f () 1))";
  private static final String NEW = "(module m G (defcap G () true) (defun f () 2))";
  private static final String CALLER = "(module c G (defcap G () true) (defun bound () (m.f)))";

  private final Runs runs = new Runs();

  @Test
  void caller_keepsTheVersionItWasLoadedWith() {
    runs.succeed(OLD);
    runs.succeed(CALLER);
    runs.succeed(NEW);
    assertThat(runs.succeed("(c.bound)").value()).isEqualTo(PInteger.of(1));
    assertThat(runs.succeed("(m.f)").value()).isEqualTo(PInteger.of(2));
    runs.succeed(CALLER);
    assertThat(runs.succeed("(c.bound)").value()).isEqualTo(PInteger.of(2));
  }

  @Test
  void moduleReference_callsThePresentVersion() {
    runs.succeed("(interface i (defun f ()))");
    runs.succeed("(module m G (implements i) (defcap G () true) (defun f () 1))");
    runs.succeed("(module c G (defcap G () true) (defun dynamic (r:module{i}) (r::f)))");
    runs.succeed("(module m G (implements i) (defcap G () true) (defun f () 2))");
    assertThat(runs.succeed("(c.dynamic m)").value()).isEqualTo(PInteger.of(2));
  }

  @Test
  void upgrade_needsTheGovernanceOfThePresentModule() {
    runs.succeed("(module m G (defcap G () (enforce false \"closed\")) (defun f () 1))");
    assertThat(runs.fail(NEW).message()).isEqualTo("closed");
    assertThat(runs.succeed("(m.f)").value()).isEqualTo(PInteger.of(1));
  }

  @Test
  void keysetGovernance_asksOldAndNewKeyset() {
    String governed = "(module m \"ks\" (defun f () 1))";
    runs.data("{\"ks\":[\"admin\"]}");
    assertThat(runs.fail(governed).message()).isEqualTo("Cannot find keyset in the database: ks");
    runs.succeed("(define-keyset \"ks\")");
    assertThat(runs.fail(governed).message()).startsWith("Keyset failure");
    runs.signedBy(Map.of("admin", Set.of())).succeed(governed);
  }

  @Test
  void oldTable_needsABlessing() {
    runs.succeed(
        """
        (module m G
          (defcap G () true)
          (defschema s n:integer)
          (deftable t:{s})
          (defun put (k:string) (insert t k {"n": 1})))
        (create-table t)
        """);
    runs.succeed("(module c G (defcap G () true) (defun old (k:string) (m.put k)))");
    runs.succeed("(c.old \"a\")");
    runs.succeed(
        """
        (module m G
          (defcap G () true)
          (defschema s n:integer)
          (deftable t:{s})
          (defun put (k:string) (insert t k {"n": 2})))
        """);
    assertThat(runs.fail("(c.old \"b\")").message())
        .startsWith("Execution aborted, hash not blessed for module: m with hash");
    assertThat(runs.succeed("(m.put \"b\")").value()).isNotNull();
  }

  @Test
  void interface_cannotBeReplaced() {
    runs.succeed("(interface i (defconst C 1))");
    assertThat(runs.fail("(interface i (defconst C 2))").message())
        .isEqualTo("Interface cannot be upgraded: i");
    assertThat(runs.succeed("i.C").value()).isEqualTo(PInteger.of(1));
  }

  @Test
  void implementation_isCheckedAgainstTheInterface() {
    runs.succeed("(interface i (defun f:integer (x:string)))");
    assertThat(runs.fail("(module m G (implements i) (defcap G () true))").message())
        .startsWith("Interface member not implemented.");
    assertThat(
            runs.fail(
                    "(module m G (implements i) (defcap G () true) (defun f:integer (y:string) 1))")
                .message())
        .startsWith("Module m does not correctly implement the function f");
  }

  @Test
  void cycle_isRefused() {
    assertThat(
            runs.fail("(module m G (defcap G () true) (defun f () (g)) (defun g () (f)))")
                .message())
        .isEqualTo("Recursive cycle detected in module m in the following functions: f, g");
  }

  @Test
  void constant_seesNoTables() {
    assertThat(
            runs.fail(
                    """
                    (module m G
                      (defcap G () true)
                      (defschema s n:integer)
                      (deftable t:{s})
                      (defconst C (read t "k")))
                    """)
                .message())
        .isNotEmpty();
  }

  @Test
  void namespace_givesNamesAndAsksItsUserGuard() {
    runs.data("{\"k\":[\"owner\"]}");
    runs.succeed("(define-namespace 'free (read-keyset 'k) (read-keyset 'k))");
    assertThat(runs.fail("(namespace 'free) " + OLD).message()).startsWith("Keyset failure");
    runs.signedBy(Map.of("owner", Set.of())).succeed("(namespace 'free) " + OLD);
    assertThat(runs.succeed("(free.m.f)").value()).isEqualTo(PInteger.of(1));
    assertThat(runs.fail("(m.f)").message()).isEqualTo("Module m has no such member: f");
  }
}
