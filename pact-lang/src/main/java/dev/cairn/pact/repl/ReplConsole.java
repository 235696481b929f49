package dev.cairn.pact.repl;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.syntax.Keywords;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
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

/**
 * The interactive REPL: it reads until all brackets are closed, runs each form and prints its
 * value. What fails leaves the state of the transaction as it was, but not the rows it wrote.
 */
final class ReplConsole {
  /** Stands for a file in errors; files that are loaded are found relative to it. */
  private static final Path NAME = Path.of("(interactive)");

  private static final String PROMPT = "pact> ";
  private static final String CONTINUATION = "....> ";

  private final PrintStream out;
  private final LineReader reader;
  private final ReplRun run;

  ReplConsole(Terminal terminal, @Nullable Path history) {
    this.out = new PrintStream(terminal.output(), true, StandardCharsets.UTF_8);
    this.run = new ReplRun(ReplSettings.plain(out));
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
    words.addAll(run.session().knownNames());
    return words;
  }

  /** Runs until the input ends; an interrupt gives up the text that is being typed. */
  void run() {
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

  void evaluate(String text) {
    ReplMark before = ReplMark.of(run.session().transaction());
    try {
      for (TopLevel form : run.typed(NAME, text)) {
        before = ReplMark.of(run.session().transaction());
        evaluate(form);
      }
    } catch (PactException failure) {
      before.restore();
      out.println(run.describe(failure));
    } catch (StackOverflowError tooDeep) {
      before.restore();
      out.println(run.place() + ": Evaluation nests deeper than the stack");
    }
  }

  /** Prints the value, or the expectations that the form broke. */
  private void evaluate(TopLevel form) {
    int known = run.report().failures().size();
    PactValue value = run.evaluate(form);
    List<String> failures = run.report().failures();
    failures.subList(known, failures.size()).forEach(out::println);
    if (failures.size() == known && value != PUnit.UNIT) {
      out.println(ValueText.repl(value));
    }
  }
}
