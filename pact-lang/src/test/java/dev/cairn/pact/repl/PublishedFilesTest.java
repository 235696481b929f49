package dev.cairn.pact.repl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public network's own contracts load and pass their published tests, exact gas included. The
 * files are not ours: {@code -Dcairn.chainweb-node=FOLDER} names a checkout of chainweb-node.
 */
class PublishedFilesTest {
  private static final String PROPERTY = "cairn.chainweb-node";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pact/pact5/coin-contract/coin.repl",
        "pact/pact5/namespaces/ns.repl",
        "pact/pact5/namespaces/v1/ns.repl",
        "pact/gas-payer/gas-payer-v1.pact"
      })
  void publishedTest_passes(String name) {
    String folder = System.getProperty(PROPERTY);
    if (folder == null) {
      System.out.println("Skipped: " + name + " needs -D" + PROPERTY + "=FOLDER, a checkout.");
    }
    assumeTrue(folder != null, "there is no checkout of chainweb-node");
    Path file = Path.of(folder, name);
    assertThat(Files.exists(file)).as(file + " exists").isTrue();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int exit = PactRepl.runFile(file, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(exit).as(out.toString(StandardCharsets.UTF_8)).isZero();
  }
}
