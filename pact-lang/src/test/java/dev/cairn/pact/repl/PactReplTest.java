package dev.cairn.pact.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PactReplTest {
  @TempDir Path folder;

  private record Result(int exit, String output) {}

  private Result run(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("test.repl"), text);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = PactRepl.runFile(file, new PrintStream(out, true, StandardCharsets.UTF_8));
    return new Result(exit, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void file_whoseExpectationsHoldIsGood() throws IOException {
    Result result =
        run("(expect \"sum\" 3 (+ 1 2)) (expect-failure \"no\" \"boom\" (enforce false \"boom\"))");
    assertThat(result.exit()).isZero();
    assertThat(result.output()).endsWith("Load successful\n");
  }

  @Test
  void file_withABrokenExpectationFails() throws IOException {
    Result result = run("(expect \"sum\" 4 (+ 1 2))");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output())
        .contains("FAILURE: sum expected: 4, received: 3")
        .endsWith("Load failed\n");
  }

  @Test
  void failure_isTheEndAndTellsItsPlace() throws IOException {
    Result result = run("(print 1)\n  (at 5 [1])\n(print 2)");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output())
        .contains("test.repl:2:2: Array index out of bounds. Length (1), Index (5)")
        .contains(" 2 |   (at 5 [1])\n   |   ^^^^^^^^^^\n")
        .doesNotContain("\n2\n");
  }

  @Test
  void failureInAFunction_tellsTheCalls() throws IOException {
    Result result =
        run(
            """
            (module m G
              (defcap G () true)
              (defun f () (enforce false "deep"))
              (defun g () (f)))
            (m.g)
            """);
    assertThat(result.output())
        .containsPattern(
            "test.repl:3:14: deep\n 3 [|]   .defun f .*\n   [|] {15}\\^{22}\n  at m.f\n  at m.g\n");
  }

  @Test
  void fileThatIsNone_failsInOneSentence() throws IOException {
    Files.createDirectory(folder.resolve("sub.repl"));
    Files.write(folder.resolve("bytes.repl"), new byte[] {(byte) 0xff, 0, (byte) 0xc3});
    assertThat(output("none.repl")).endsWith("none.repl: There is no such file\nLoad failed\n");
    assertThat(output("sub.repl"))
        .endsWith("sub.repl: This is a folder, not a file\nLoad failed\n");
    assertThat(output("bytes.repl"))
        .endsWith("bytes.repl: The file is not UTF-8 text\nLoad failed\n");
  }

  private String output(String file) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(PactRepl.runFile(folder.resolve(file), stream)).isEqualTo(1);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void loadingAFileThatIsNone_isAFailureOfTheLoadingForm() throws IOException {
    assertThat(run("(print 1)\n(load \"none.pact\")").output())
        .contains("test.repl:2:0: Cannot load ")
        .contains("none.pact: There is no such file");
  }

  @Test
  void byteOrderMark_isNoCode() throws IOException {
    assertThat(run("\ufeff(+ 1 2)").output()).isEqualTo("Load successful\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(env-gas 99999999999999999999)",
        "(env-gas -1)",
        "(env-gas 9223372036854775807)",
        "(env-set-milligas 99999999999999999999)",
        "(env-gaslimit 99999999999999999999)",
        "(env-gaslimit -1)",
        "(env-chain-data {\"block-height\": 99999999999999999999})",
        "(continue-pact 4294967296)",
        "(continue-pact -99999999999999999999)"
      })
  void numberBeyondReason_isAPactError(String code) throws IOException {
    assertThat(run("(expect-failure \"no\" " + code + ")").exit()).isZero();
    assertThat(run(code).output()).contains("test.repl:1:0: ").endsWith("Load failed\n");
  }

  @Test
  void codeFromNowhere_isEvaluatedUpToItsFirstFailure() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(PactRepl.runText("(+ 1\n2) \"a\"", stream)).isZero();
    assertThat(PactRepl.runText("(at 0 []) 7", stream)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("3\n\"a\"\n(interactive):1:0: Array")
        .doesNotContain("\n7\n");
  }

  @Test
  void rollback_forgetsRows() throws IOException {
    Result result =
        run(
            """
            (begin-tx)
            (module m G
              (defcap G () true)
              (defschema s n:integer)
              (deftable t:{s})
              (defun put (n:integer) (write t "k" {"n": n}))
              (defun get () (at "n" (read t "k"))))
            (create-table t)
            (m.put 1)
            (commit-tx)
            (begin-tx)
            (m.put 2)
            (expect "written" 2 (m.get))
            (rollback-tx)
            (begin-tx)
            (expect "as before" 1 (m.get))
            (commit-tx)
            """);
    assertThat(result.output()).endsWith("Load successful\n");
  }

  @Test
  void shadowingANative_isRefused() throws IOException {
    assertThat(run("(let ((map 1)) map)").output())
        .contains("Variable map shadows native with the same name");
  }

  @Test
  void load_isRelativeToTheLoadingFile() throws IOException {
    Files.createDirectory(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/b.repl"), "(load \"c.pact\")");
    Files.writeString(
        folder.resolve("sub/c.pact"), "(module c G (defcap G () true) (defun f () 7))");
    Result result = run("(load \"sub/b.repl\") (expect \"loaded\" 7 (c.f))");
    assertThat(result.output()).endsWith("Load successful\n");
  }

  @Test
  void trace_tellsTheValueOfEachFormThatHasOne() throws IOException {
    Files.writeString(folder.resolve("c.pact"), "(module c G (defcap G () true))");
    Path file =
        Files.writeString(folder.resolve("t.repl"), "(+ 1 2)\n (load \"c.pact\")\n(print 5)");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    assertThat(PactRepl.runFile(file, ReplSettings.plain(stream).withTrace())).isZero();
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).isEqualTo(file + ":1:0:Trace: 3");
    assertThat(lines.get(1)).startsWith(folder.resolve("c.pact") + ":1:0:Trace: \"Loaded module c");
    assertThat(lines.get(2)).isEqualTo(file + ":3:0:Print: 5");
  }

  @Test
  void failure_goesToTheErrorsAndExpectationsToTheOutput() throws IOException {
    Path file =
        Files.writeString(folder.resolve("t.repl"), "(print 1)\n(expect \"a\" 1 2)\n(at 0 [])");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    ReplSettings settings =
        new ReplSettings(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(errors, true, StandardCharsets.UTF_8),
            false,
            null);
    assertThat(PactRepl.runFile(file, settings)).isEqualTo(1);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("1\n" + file + ":2:0:FAILURE: a expected: 1, received: 2\n");
    assertThat(errors.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            file
                + ":3:0: Array index out of bounds. Length (0), Index (0)\n"
                + " 3 | (at 0 [])\n   | ^^^^^^^^^\nLoad failed\n");
  }

  @Test
  void failureInALoadedFile_namesThatFile() throws IOException {
    Files.writeString(folder.resolve("broken.pact"), "(+ 1 2)\n  (at 0 [])");
    assertThat(run("(load \"broken.pact\")").output())
        .startsWith(folder.resolve("broken.pact") + ":2:2: Array index");
  }

  @Test
  void failureThatIsExpectedInALoadedFile_leavesTheLoadingFileInPlace() throws IOException {
    Files.writeString(folder.resolve("broken.pact"), "(at 0 [])");
    assertThat(run("(expect-failure \"load\" (load \"broken.pact\"))\n(at 1 [])").output())
        .startsWith(folder.resolve("test.repl") + ":2:0: Array index");
  }

  @Test
  void syntaxErrorInALoadedFile_namesThatFile() throws IOException {
    Files.writeString(folder.resolve("broken.pact"), "(+ 1 2)\n  (+ 1");
    assertThat(run("(load \"broken.pact\")").output())
        .startsWith(folder.resolve("broken.pact") + ":2:");
  }

  @Test
  void gasLog_tellsWhatWasChargedSinceTheLastCall() throws IOException {
    assertThat(
            run("(env-gasmodel \"table\") (env-gaslog)"
                    + " (module m G (defcap G () true) (defun f (x) (+ x 1)))"
                    + " (env-gaslog) (f 2) (print (env-gaslog)) (print (env-gaslog))")
                .output())
        .isEqualTo(
            """
            ["TOTAL: 205" "work: 75" "+ in m.f: 100" "work in m.f: 30"]
            ["TOTAL: 0"]
            Load successful
            """);
  }
}
