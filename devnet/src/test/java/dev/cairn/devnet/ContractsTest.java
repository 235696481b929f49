package dev.cairn.devnet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.pact.coverage.Coverage;
import dev.cairn.pact.coverage.CoverageTable;
import dev.cairn.pact.coverage.FileCoverage;
import dev.cairn.pact.repl.PactRepl;
import dev.cairn.pact.repl.ReplSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The contracts' own tests, in the order of their names; they must reach every line. */
class ContractsTest {
  private static final Path TESTS = Path.of("..", "pact", "tests");

  /** Percent of the lines with code. */
  private static final double LEAST_COVERAGE = 100;

  private static final Coverage COVERAGE = new Coverage();

  @TestFactory
  Stream<DynamicTest> contracts() throws IOException {
    return Stream.concat(
        files().stream().map(file -> DynamicTest.dynamicTest(name(file), () -> run(file))),
        Stream.of("anchor.pact", "coin.pact", "ns.pact")
            .map(file -> DynamicTest.dynamicTest(file + " is covered", () -> covered(file))));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(TESTS)) {
      List<Path> tests = files.filter(file -> file.toString().endsWith(".repl")).sorted().toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static void run(Path file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int exit = PactRepl.runFile(file, ReplSettings.plain(out).withCoverage(COVERAGE));
    assertThat(exit).as(bytes.toString(StandardCharsets.UTF_8)).isZero();
  }

  private static void covered(String contract) {
    List<FileCoverage> found =
        COVERAGE.files().stream().filter(file -> name(file.path()).equals(contract)).toList();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).percent())
        .as(CoverageTable.of(COVERAGE))
        .isGreaterThanOrEqualTo(LEAST_COVERAGE);
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  @AfterAll
  static void printCoverage() {
    System.out.print("Coverage of the contracts by their tests:\n" + CoverageTable.of(COVERAGE));
  }
}
