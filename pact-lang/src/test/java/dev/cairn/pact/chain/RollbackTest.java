package dev.cairn.pact.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.RandomCode;
import dev.cairn.pact.db.Domain;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.GasMeter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A transaction that fails, wherever it does, leaves the database as it was. */
class RollbackTest {
  private static final long GAS_LIMIT = 100_000;
  private static final String CONTRACT =
      "(module w G (defcap G () true) (defschema s n:integer) (deftable t:{s})"
          + " (defun put (k n) (write t k {\"n\": n}))"
          + " (defpact p (n) (step (put \"p\" n)) (step (put \"q\" n)))) (create-table t)"
          + " (w.put \"a\" 1) (define-keyset \"k\" (read-keyset \"ks\"))";

  private static final List<String> WRITES =
      List.of(
          "(w.put \"a\" 2)",
          "(w.put \"new\" 3)",
          "(w.p 5)",
          "(define-keyset \"k2\" (read-keyset \"ks\"))",
          "(define-namespace \"n\" (read-keyset \"ks\") (read-keyset \"ks\"))",
          "(module w2 G (defcap G () true) (defschema s n:integer) (deftable u:{s})) (create-table"
              + " u)",
          "(module w G (defcap G () true) (defun put (k n) n))");

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void failedTransaction_leavesTheDatabaseAsItWas(@ForAll("programs") String program) {
    Runs runs = new Runs().data("{\"ks\": []}");
    runs.succeed(CONTRACT);
    List<String> before = content(runs);
    Outcome outcome = runs.run(new Work.Code(Program.parse(program)), GasMeter.limited(GAS_LIMIT));
    if (outcome instanceof Outcome.Failure) {
      assertThat(content(runs)).isEqualTo(before);
    } else {
      assertThat(content(runs)).isNotEqualTo(before);
    }
  }

  /** Some writes, then an expression that mostly fails. */
  @Provide
  Arbitrary<String> programs() {
    return Combinators.combine(
            Arbitraries.of(WRITES).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.frequencyOf(
                Tuple.of(3, RandomCode.expressions().filter(RollbackTest::parses)),
                Tuple.of(1, Arbitraries.just("1"))))
        .as((writes, last) -> String.join(" ", writes) + " " + last);
  }

  private static boolean parses(String code) {
    try {
      Program.parse(code);
      return true;
    } catch (PactException noProgram) {
      return false;
    }
  }

  private static List<String> content(Runs runs) {
    MemoryDatabase database = MemoryDatabase.at(runs.state());
    List<String> content = new ArrayList<>();
    List<Domain<?>> domains =
        List.of(
            Domain.MODULES,
            Domain.KEYSETS,
            Domain.NAMESPACES,
            Domain.PACTS,
            Domain.table("w_t"),
            Domain.table("w2_u"));
    for (Domain<?> domain : domains) {
      content.add(domain + " " + database.exists(domain));
      if (database.exists(domain)) {
        database.keys(domain).forEach(key -> content.add(key + database.read(domain, key)));
      }
    }
    database
        .keys(Domain.MODULES)
        .forEach(key -> content.add(key + database.read(Domain.MODULES, key).hash()));
    return content;
  }
}
