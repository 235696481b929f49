package dev.cairn.pact.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.repl.PactRepl;
import dev.cairn.pact.repl.ReplSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageTest {
  private static final String CONTRACT =
      """
      (module m G
        (defcap G () true)
        (defconst LIMIT:integer
          10)
        (defun choose:string (n:integer)
          "Tells which."
          (if (< n LIMIT)
            "small"
            (format "large: {}"
              [n])))
        (defun twice (n) (* 2 n))
        (defun any-of (n)
          (enforce-one "none"
            [(enforce (= n 1) "one")
             (enforce (= n 2) "two")]))
        (defun guard-of ()
          (create-user-guard (twice 1)))
        (defpact steps (n)
          (step
            (twice n))
          (step
            (choose n))))
      """;

  @TempDir Path folder;
  private final Coverage coverage = new Coverage();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @BeforeEach
  void contract() throws IOException {
    Files.writeString(folder.resolve("m.pact"), CONTRACT);
  }

  private int run(String test, boolean counted) throws IOException {
    Path file = Files.writeString(folder.resolve("m.repl"), test);
    out.reset();
    ReplSettings plain = ReplSettings.plain(new PrintStream(out, true, StandardCharsets.UTF_8));
    return PactRepl.runFile(file, counted ? plain.withCoverage(coverage) : plain);
  }

  private FileCoverage run(String test) throws IOException {
    assertThat(run("(load \"m.pact\")\n" + test, true))
        .as(out.toString(StandardCharsets.UTF_8))
        .isZero();
    assertThat(coverage.files()).hasSize(1);
    return coverage.files().iterator().next();
  }

  @Test
  void lines_areCountedWhereExpressionsBegin() throws IOException {
    assertThat(run("(m.choose 1) (m.choose 2) (m.choose 3)").lines())
        .containsEntry(7, 3L)
        .containsEntry(8, 3L)
        .containsEntry(9, 0L)
        .containsEntry(11, 0L)
        .doesNotContainKeys(1, 3, 5, 6, 12);
  }

  @Test
  void constants_areCountedWhenTheyAreEvaluated() throws IOException {
    assertThat(run("").lines()).containsEntry(4, 1L);
  }

  @Test
  void functions_haveTheirLineAndTheirCalls() throws IOException {
    assertThat(run("(m.twice 1) (m.twice 2)").functions())
        .contains(new FileCoverage.Function("m.twice", 11, 2))
        .contains(new FileCoverage.Function("m.choose", 5, 0));
  }

  @Test
  void steps_areCountedOneByOne() throws IOException {
    assertThat(run("(m.steps 1)").functions())
        .contains(new FileCoverage.Function("m.steps/0", 19, 1))
        .contains(new FileCoverage.Function("m.steps/1", 21, 0));
  }

  @Test
  void testsOfEnforceOne_areCountedOneByOne() throws IOException {
    assertThat(run("(m.any-of 1)").lines()).containsEntry(14, 1L).containsEntry(15, 0L);
  }

  @Test
  void fileThatIsLoadedTwice_isOneFile() throws IOException {
    assertThat(run("(m.twice 1) (load \"m.pact\") (m.twice 1)").lines()).containsEntry(11, 2L);
  }

  @Test
  void counting_changesNeitherHashesNorValues() throws IOException {
    String hash =
        "(load \"m.pact\") (print (at 'hash (describe-module \"m\"))) (print (m.guard-of))";
    run(hash, false);
    String plain = out.toString(StandardCharsets.UTF_8);
    run(hash, true);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(plain).endsWith("successful\n");
  }

  @Test
  void counting_costsNoGas() throws IOException {
    String metered =
        "(env-gasmodel \"table\") (env-gaslimit 1000000) (load \"m.pact\") (m.choose 12)"
            + " (print (env-milligas))";
    run(metered, false);
    String plain = out.toString(StandardCharsets.UTF_8);
    run(metered, true);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(plain).doesNotStartWith("0");
  }

  @Test
  void lcov_hasARecordOfTheFile() throws IOException {
    run("(m.choose 1)");
    assertThat(LcovReport.write(coverage))
        .startsWith("TN:\nSF:" + folder.resolve("m.pact").toAbsolutePath().normalize() + "\n")
        .contains("\nFN:5,m.choose\n", "\nFNDA:1,m.choose\n", "\nDA:8,1\n", "\nDA:9,0\n")
        .containsPattern("\nLF:[0-9]+\nLH:[0-9]+\nend_of_record\n$");
  }

  @Test
  void table_namesTheLinesThatNothingReached() throws IOException {
    run("(m.choose 1)");
    assertThat(CoverageTable.of(coverage))
        .containsPattern("% .* lines .* functions  m.pact  missed: 2 9 10 11");
  }
}
