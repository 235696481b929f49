package dev.cairn.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cairn pact} with files: exit codes, and the coverage file. */
class PactCommandTest {
  private static final String CONTRACT = "(module m G (defcap G () true)\n  (defun f ()\n    7))\n";

  @TempDir Path directory;

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  @Test
  void testThatHolds_endsWell() throws IOException {
    file("m.pact", CONTRACT);
    CommandRun.good("pact", file("good.repl", "(load \"m.pact\") (expect \"seven\" 7 (m.f))"));
  }

  @Test
  void oneOfTheFilesFails_isAFailure() throws IOException {
    String good = file("good.repl", "(expect \"one\" 1 1)");
    String bad = file("bad.repl", "(expect \"one\" 1 2)");
    assertThat(CommandRun.of("pact", bad, good).exit()).isEqualTo(1);
  }

  @Test
  void coverage_isWrittenForTheContractsOfAllFiles() throws IOException {
    file("m.pact", CONTRACT);
    Path info = directory.resolve("tests.info");
    String first = file("first.repl", "(load \"m.pact\") (m.f)");
    String second = file("second.repl", "(load \"m.pact\") (m.f) (m.f)");
    CommandRun.good("pact", "--coverage", info.toString(), first, second);
    assertThat(info).content().contains("/m.pact\n", "\nFN:2,m.f\n", "\nDA:3,3\n");
  }

  @Test
  void coverageWithoutAFile_isBadInput() {
    CommandRun run = CommandRun.of("pact", "--coverage", directory.resolve("x").toString());
    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("need a FILE");
  }
}
