package dev.cairn.pact.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.pact.chain.Failures;
import dev.cairn.pact.chain.Outcome;
import dev.cairn.pact.chain.OutcomeJson;
import dev.cairn.pact.chain.PactEngine;
import dev.cairn.pact.chain.Program;
import dev.cairn.pact.chain.Run;
import dev.cairn.pact.chain.Work;
import dev.cairn.pact.db.MemoryDatabase;
import dev.cairn.pact.encoding.PactHash;
import dev.cairn.pact.encoding.RequestJson;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.eval.ChainData;
import dev.cairn.pact.eval.Environment;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.GasMeter;
import dev.cairn.pact.eval.SpvSupport;
import dev.cairn.pact.keyset.KeysetNames;
import dev.cairn.pact.keyset.NamespacePolicy;
import dev.cairn.pact.keyset.Signatures;
import java.util.Map;
import java.util.Set;

/** The rows of errors, each with code that gets into the situation that the row speaks of. */
final class ErrorSituations {
  private static final String KEY =
      "584deb6f81d8efe67767309d1732019cf6ad14f9f0007cff50c730ef62521c68";
  private static final String DATA = "{\"admin\": [\"admin\"], \"hex\": [\"" + KEY + "\"]}";

  private static final String MODULE =
      "(interface i (defun f:integer (r:module{i}))) (module m G (implements i) (defcap G () true)"
          + " (defschema s a:integer) (deftable t:{s}) (defcap CAP (n:integer) true) (defcap ONCE"
          + " () @managed true) (defcap PAY (a:string b:string n:decimal) @managed n left true)"
          + " (defun left:decimal (have:decimal want:decimal) (- have want)) (defun read-it ()"
          + " (read t \"k\")) (defun put () (write t \"k\" {\"a\": 1})) (defun add () (insert t"
          + " \"k\" {\"a\": 1})) (defun change () (update t \"k\" {\"a\": 1})) (defun need ()"
          + " (require-capability (CAP 1))) (defun pay () (with-capability (PAY \"a\" \"b\" 1.0)"
          + " 1)) (defun once () (with-capability (ONCE) 1)) (defun make () (create-table t))"
          + " (defun f:integer (r:module{i}) (r::f r)) (defun g:integer (x:string) 1)) ";

  private static final String TABLE = MODULE + "(create-table m.t) ";

  /** By the words of the row. */
  private static final Map<String, String> PROGRAMS =
      Map.ofEntries(
          Map.entry("(coin.nope) when", "(module coin G (defcap G () true)) (coin.nope)"),
          Map.entry("(read t", TABLE + "(m.read-it)"),
          Map.entry("(insert t", TABLE + "(m.add) (m.add)"),
          Map.entry("(update t", TABLE + "(m.change)"),
          Map.entry("write inside", TABLE + "(try 1 (m.put))"),
          Map.entry("(require-capability", MODULE + "(m.need)"),
          Map.entry("with-capability of a managed", MODULE + "(m.pay)"),
          Map.entry("auto-managed", MODULE + "(install-capability (m.ONCE)) (m.once) (m.once)"),
          Map.entry("keyset keys-all [\"admin\"]", "(enforce-guard (read-keyset \"admin\"))"),
          Map.entry("keyset keys-all of 64", "(enforce-guard (read-keyset \"hex\"))"),
          Map.entry("(defun f:integer (x", MODULE + "(m.g 1)"),
          Map.entry("recursion through", MODULE + "(m.f m)"),
          Map.entry("(yield {})", "(yield {})"),
          Map.entry("(pact-id)", "(pact-id)"),
          Map.entry("gas limit 10", "(+ \"" + "a".repeat(118) + "\" \"b\")"),
          Map.entry("(create-table t) inside", MODULE + "(m.make)"),
          Map.entry("module installed in the root", "(module n G (defcap G () true))"),
          Map.entry("define-keyset without", "(define-keyset \"k\" (read-keyset \"admin\"))"),
          Map.entry("(verify-spv", "(verify-spv \"X\" {})"));

  /** Table access from outside needs a module of an earlier transaction. */
  private static final String OUTSIDE = "(m.f) that reads";

  private ErrorSituations() {}

  static void check(JsonNode row) {
    String words = row.required("expr").asText();
    Outcome.Failure failure = (Outcome.Failure) run(words);
    assertThat(failure.type()).as(words).isEqualTo(row.required("type").asText());
    assertThat(failure.message()).as(words).isEqualTo(row.required("chain").asText());
    assertThat(failure.replMessage()).as(words).isEqualTo(row.required("repl").asText());
    assertThat(OutcomeJson.error(failure))
        .matches("\\{\"callStack\":\\[],\"type\":.*,\"message\":.*,\"info\":\".*:0\"}");
  }

  private static Outcome run(String words) {
    MemoryDatabase database = new MemoryDatabase();
    if (words.startsWith(OUTSIDE)) {
      evaluate(database, TABLE, words);
      return evaluate(database, "(read m.t \"k\")", words);
    }
    String program =
        PROGRAMS.entrySet().stream()
            .filter(entry -> words.startsWith(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(words);
    return evaluate(database, program, words);
  }

  private static Outcome evaluate(MemoryDatabase database, String program, String words) {
    boolean limited = words.startsWith("gas limit");
    try {
      Work work = new Work.Code(Program.parse(program));
      GasMeter gas = limited ? GasMeter.limited(10) : GasMeter.free();
      return new PactEngine().run(database, Run.of(work, environment(words), gas));
    } catch (PactException syntax) {
      return Failures.of(syntax);
    }
  }

  private static Environment environment(String words) {
    boolean closed = words.startsWith("module installed in the root");
    boolean named = words.startsWith("define-keyset without");
    return new Environment(
        RequestJson.parse(DATA),
        PactHash.ofText(""),
        ChainData.NONE,
        Signatures.NONE,
        Map.of(),
        named ? Set.of(Flag.REQUIRE_KEYSET_NAMESPACE) : Set.of(),
        closed
            ? new NamespacePolicy.Smart(false, KeysetNames.qualifiedName("ns.validate"))
            : new NamespacePolicy.Simple(),
        SpvSupport.NONE,
        true);
  }
}
