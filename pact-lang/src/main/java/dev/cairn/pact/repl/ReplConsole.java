package dev.cairn.pact.repl;

import dev.cairn.pact.syntax.Keywords;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/** The interactive REPL: it reads until all brackets are closed and evaluates what was typed. */
final class ReplConsole {
  private static final String GREETING =
      "Pact " + ToolNatives.VERSION + ". Tab completes, Ctrl-C breaks off, Ctrl-D ends.";
  private static final String PROMPT = "pact> ";
  private static final String CONTINUATION = "....> ";

  private final PrintStream out;
  private final LineReader reader;
  private final TypedText typed;

  ReplConsole(Terminal terminal, @Nullable Path history) {
    this.out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
    this.typed = new TypedText(out);
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(TypedLine.parser())
            .completer(this::complete)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, CONTINUATION)
            // An exclamation mark is part of names such as !=, not a reference to history.
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    if (history != null) {
      reader.setVariable(LineReader.HISTORY_FILE, history);
    }
  }

  private void complete(LineReader source, ParsedLine line, List<Candidate> candidates) {
    candidates().forEach(name -> candidates.add(new Candidate(name)));
  }

  /** Every word that can begin or go on a program now. */
  Set<String> candidates() {
    Set<String> words = new TreeSet<>(Keywords.ALL);
    words.addAll(typed.session().knownNames());
    return words;
  }

  /** Greets, then runs until the input ends; an interrupt gives up the text that is being typed. */
  void run() {
    out.println(GREETING);
    run(() -> reader.readLine(PROMPT));
  }

  /** The same with text from elsewhere, told as a reader tells it. */
  void run(Supplier<String> input) {
    while (true) {
      try {
        evaluate(input.get());
      } catch (UserInterruptException givenUp) {
        // The text is gone; the next prompt follows.
      } catch (EndOfFileException end) {
        return;
      }
    }
  }

  /** Evaluates the text; an interrupt that comes meanwhile breaks it off. */
  void evaluate(String text) {
    typed.session().goOn(); // an interrupt that came too late is not for this text
    Terminal.SignalHandler before =
        reader.getTerminal().handle(Terminal.Signal.INT, signal -> typed.session().breakOff());
    try {
      typed.evaluate(text);
    } finally {
      reader.getTerminal().handle(Terminal.Signal.INT, before);
    }
  }
}
