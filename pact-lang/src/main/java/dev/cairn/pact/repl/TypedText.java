package dev.cairn.pact.repl;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Evaluates typed text form by form and prints each value. What fails leaves the state of the
 * transaction as it was, but not the rows it wrote.
 */
final class TypedText {
  /** Stands for a file in errors; files that are loaded are found relative to it. */
  private static final Path NAME = Path.of("(interactive)");

  private final ReplRun run;
  private final PrintStream out;

  TypedText(PrintStream out) {
    this.run = new ReplRun(ReplSettings.plain(out));
    this.out = out;
  }

  ReplSession session() {
    return run.session();
  }

  /** Evaluates the forms up to the first that fails; whether none did. */
  boolean evaluate(String text) {
    ReplMark before = ReplMark.of(session().transaction());
    boolean good = true;
    try {
      for (TopLevel form : run.typed(NAME, text)) {
        before = ReplMark.of(session().transaction());
        good &= evaluate(form);
      }
      return good;
    } catch (PactException failure) {
      before.restore();
      out.println(run.describe(failure));
    } catch (StackOverflowError tooDeep) {
      before.restore();
      out.println(run.place() + ": Evaluation nests deeper than the stack");
    }
    return false;
  }

  /** Prints the value, or the expectations that the form broke. */
  private boolean evaluate(TopLevel form) {
    int known = run.report().failures().size();
    PactValue value = run.evaluate(form);
    List<String> failures = run.report().failures();
    failures.subList(known, failures.size()).forEach(out::println);
    boolean good = failures.size() == known;
    if (good && value != PUnit.UNIT) {
      out.println(ValueText.repl(value));
    }
    return good;
  }
}
