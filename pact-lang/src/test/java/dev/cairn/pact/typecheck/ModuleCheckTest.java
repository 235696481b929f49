package dev.cairn.pact.typecheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.repl.PactRepl;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModuleCheckTest {
  private static final String START =
      "(interface i (defun ask:integer (s:string))) (interface j (defun other ()))"
          + " (module mi G (implements i) (defcap G () true) (defun ask:integer (s:string) 1))"
          + " (module m G (defcap G () true) (defcap C () true)"
          + " (defschema row n:integer s:string) (deftable t:{row})"
          + " (defun guards (gs:[guard]) true) (defun of-i (r:module{i}) (r::ask \"x\"))"
          + " (defun of-j (r:module{j}) true) (defun next:integer (x:integer) (+ x 1)) ";

  private static int checked(String definition) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    String loading = START + definition + ")";
    assertThat(PactRepl.runText(loading, stream)).as(out.toString(StandardCharsets.UTF_8)).isZero();
    return PactRepl.runText(loading + " (typecheck \"m\")", stream);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(defun f:integer () (concat [\"a\"]))",
        "(defun f:bool (x:integer) (if (< x 10) 10 x))",
        "(defun f:[integer] () [1.0 2.0])",
        "(defun f:integer (a:integer) (at 0 [a 1 true]))",
        "(defun f () (next \"a\"))",
        "(defun f () (map (lambda (x) (next x)) [\"a\"]))",
        "(defun f () (+ 1 \"a\"))",
        "(defun f (a:string) (* a 2))",
        "(defun f () (< 1 2.0))",
        "(defun f () (length 5))",
        "(defun f () (guards [(keyset-ref-guard \"k\") 1]))",
        "(defun f () (of-j mi))",
        "(defun f:string (r:module{i}) (r::ask \"a\"))",
        "(defun f (r:module{i}) (r::ask 1))",
        "(defun f () (enforce (enforce true) \"a\"))",
        "(defun f () (write t \"k\" {\"n\": 1}))",
        "(defun f () (write t \"k\" {\"n\": \"a\", \"s\": \"b\"}))",
        "(defun f () (update t \"k\" {\"x\": 1}))",
        "(defun f () (read t \"k\" [\"x\"]))",
        "(defun f:string () (with-read t \"k\" {\"n\" := n} n))",
        "(defun f:object{row} () (with-capability (C) {\"n\": 1}))",
        "(defun f () (let ((x:integer \"a\")) x))",
        "(defun f (o:object{row}) (at \"x\" o))",
        "(defpact p () (step (next true)))",
        "(defcap D (x:string) (enforce (= x 1) x) (next x))"
      })
  void contradiction_isRefused(String definition) {
    assertThat(checked(definition)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(defun f:integer (x) x)",
        "(defun f:[integer] () [])",
        "(defun f () (next (of-i mi)))",
        "(defun f (x) (fold + x [1 2 3]))",
        "(defun f:integer (o:object{row}) (+ (at \"n\" o) 1))",
        "(defun f:object{row} () {\"n\": 1, \"s\": \"a\"})",
        "(defun f:string () (format \"{} {}\" [1 \"a\" t mi]))",
        "(defun f:integer () (with-default-read t \"k\" {\"n\": 1} {\"n\" := n} n))",
        "(defun f () (update t \"k\" {\"n\": 2}))",
        "(defun f:bool () (and (enforce true \"a\") (< \"a\" \"b\")))",
        "(defun f:decimal () (+ 1 2.0))",
        "(defun f:[integer] () (map (next) [1 2]))",
        "(defun f () (zip (lambda (x y) (+ x (dec y))) [1.0] (enumerate 0 1)))",
        "(defun f (tbl) (with-read tbl \"k\" {\"n\" := n} (+ n 1)))"
      })
  void codeWithoutContradiction_passes(String definition) {
    assertThat(checked(definition)).isZero();
  }
}
