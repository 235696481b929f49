package dev.cairn.pact.repl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ReplConsoleTest {
  private static final String CTRL_D = "\u0004";

  @TempDir Path folder;

  /** What the console prints for these keys, which end as a closed input does. */
  private String typed(String keys) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Terminal terminal =
        terminal(new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)), out)) {
      PactRepl.interactive(terminal, folder.resolve("history"));
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  private static Terminal terminal(InputStream keys, ByteArrayOutputStream out) throws IOException {
    Terminal terminal =
        new DumbTerminal("test", Terminal.TYPE_DUMB, keys, out, StandardCharsets.UTF_8);
    terminal.setSize(Size.of(200, 50));
    Attributes attributes = terminal.getAttributes();
    attributes.setControlChar(Attributes.ControlChar.VEOF, 4);
    terminal.setAttributes(attributes);
    return terminal;
  }

  @Test
  void form_isAnsweredWithItsValue() throws IOException {
    assertThat(typed("(+ 1 2)\n[1 2.0 \"x\"]\n")).contains("\n3\n").contains("\n[1 2.0 \"x\"]\n");
  }

  @Test
  void input_goesOnUntilItsBracketsClose() throws IOException {
    assertThat(typed("(+ 40\n  2\n)\n")).contains("....> ").contains("\n42\n");
  }

  @Test
  void definitions_stayInSight() throws IOException {
    assertThat(typed("(defun f (x) (* x 2))\n(f 21)\n")).contains("Loaded defun f").contains("42");
  }

  @Test
  void failure_hasAPlaceAndEndsNothing() throws IOException {
    assertThat(typed("(+ 1\n  (at 5 [1]))\n(+ 1 1)\n"))
        .contains("(interactive):2:2: Array index out of bounds. Length (1), Index (5)")
        .contains("\n2\n");
  }

  @Test
  void syntaxError_hasAPlace() throws IOException {
    assertThat(typed("(let ((x)) x)\n")).contains("(interactive):1:");
  }

  @Test
  void failure_leavesCapabilitiesAsTheyWere() throws IOException {
    String module = "(module m G (defcap G () true) (defcap C () true)";
    String use = "(defun f () (require-capability (C))))\n";
    String broken = "[(test-capability (m.C)) (at 5 [1])]\n";
    assertThat(typed(module + use + broken + "(m.f)\n")).contains("not granted: (m.C)");
  }

  @Test
  void brokenExpectation_isToldWithItsPlace() throws IOException {
    assertThat(typed("(expect \"sum\" 4 (+ 1 2))\n"))
        .contains("(interactive):1:0:FAILURE: sum expected: 4, received: 3");
  }

  @Test
  void controlC_givesUpWhatIsTyped() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Terminal terminal = terminal(InputStream.nullInputStream(), out)) {
      Iterator<String> lines = List.of("(defun f () 1)", "Ctrl-C", "(f)").iterator();
      new ReplConsole(terminal, null)
          .run(
              () -> {
                if (!lines.hasNext()) {
                  throw new EndOfFileException();
                }
                String line = lines.next();
                if (line.equals("Ctrl-C")) {
                  throw new UserInterruptException("(at 5");
                }
                return line;
              });
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Loaded defun f").contains("1\n");
  }

  /** Hours of work, were it not broken off. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(map (lambda (i) (map (+ i) (enumerate 1 1000000))) (enumerate 1 1000000))",
        "(expect-failure \"never\" (map (lambda (i) (map (+ i) (enumerate 1 1000000)))"
            + " (enumerate 1 1000000)))",
        "(try 1 (map (lambda (i) (map (+ i) (enumerate 1 1000000))) (enumerate 1 1000000)))"
      })
  void controlC_breaksOffWhatRuns(String code) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Terminal terminal = terminal(InputStream.nullInputStream(), out)) {
      ReplConsole console = new ReplConsole(terminal, null);
      Thread hand = new Thread(() -> interruptWhileItRuns(terminal));
      hand.start();
      console.evaluate(code);
      running = false;
      hand.join();
      console.evaluate("(+ 40 2)");
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Evaluation broken off")
        .contains("42\n");
  }

  // Told by the evaluating thread, read by the one that interrupts.
  private volatile boolean running = true;

  private void interruptWhileItRuns(Terminal terminal) {
    while (running) {
      terminal.raise(Terminal.Signal.INT);
      Thread.onSpinWait();
    }
  }

  @Test
  void controlD_ends() throws IOException {
    assertThat(typed(CTRL_D + "(+ 1 1)\n")).doesNotContain("\n2\n");
  }

  @Test
  void load_isRelativeToTheWorkingFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("m.pact"), "(module m G (defcap G () (f)))");
    assertThat(typed("(load \"" + file + "\")\n")).contains(file + ":1:");
  }

  @Test
  void history_isKept() throws IOException {
    typed("(+ 1 2)\n");
    assertThat(folder.resolve("history")).content().contains("(+ 1 2)");
  }

  @Test
  void completion_knowsNativesKeywordsAndMembers() throws IOException {
    try (Terminal terminal = terminal(InputStream.nullInputStream(), new ByteArrayOutputStream())) {
      ReplConsole console = new ReplConsole(terminal, null);
      console.evaluate("(module m G (defcap G () true) (defun f () 1))");
      assertThat(console.candidates())
          .contains("enumerate", "env-data", "with-read", "defcap", "m.f", "f", "m");
    }
  }

  @Test
  void completion_takesTheNameBeforeTheCursor() throws IOException {
    try (Terminal terminal = terminal(InputStream.nullInputStream(), new ByteArrayOutputStream())) {
      LineReader reader =
          LineReaderBuilder.builder().terminal(terminal).parser(TypedLine.parser()).build();
      for (String text : List.of("(coin.tra", "[1 (coin.tra", "{\"a\":coin.tra", "'coin.tra")) {
        String word =
            reader.getParser().parse(text, text.length(), Parser.ParseContext.COMPLETE).word();
        assertThat(word).endsWith("coin.tra").doesNotContain("(");
      }
    }
  }

  @Test
  void openBrackets_areSeenOutsideTextsAndComments() {
    assertThat(List.of("(", "[1 (f)", "(f ; )", "(f \")\"", "\"a\\")).allMatch(OpenBrackets::in);
    assertThat(List.of("", "(f)", "; (", "\"(\"", "(f \"\\\"(\")", "\"a"))
        .noneMatch(OpenBrackets::in);
  }
}
