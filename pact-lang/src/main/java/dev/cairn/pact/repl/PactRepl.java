package dev.cairn.pact.repl;

import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.EvaluationThread;
import dev.cairn.pact.eval.Interpreter;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.ModuleInstaller;
import dev.cairn.pact.natives.Native;
import dev.cairn.pact.resolve.Resolver;
import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.syntax.Parser;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs REPL files. */
public final class PactRepl {
  private final PrintStream out;
  private final boolean trace;
  private final TestReport report;
  private final ReplSession session;
  private Path file = Path.of("");
  private Position form = Position.NONE;

  private PactRepl(PrintStream out, boolean trace) {
    this.out = out;
    this.trace = trace;
    this.report = new TestReport(out);
    this.session = new ReplSession(natives());
  }

  /** Runs the file; 0 if it loaded and every expectation held, else 1. */
  public static int runFile(Path file, PrintStream out) {
    return runFile(file, out, false);
  }

  /** The same; with trace it prints the value of every form. */
  public static int runFile(Path file, PrintStream out, boolean trace) {
    PactRepl repl = new PactRepl(out, trace);
    try {
      return EvaluationThread.call(() -> repl.run(file)) ? 0 : 1;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      out.println("Load failed: interrupted");
      return 1;
    }
  }

  private List<Native> natives() {
    List<Native> natives = new ArrayList<>();
    natives.addAll(new ExpectNatives(this::session, report).natives());
    natives.addAll(new EnvironmentNatives(this::session).natives());
    natives.addAll(new TransactionNatives(this::session).natives());
    natives.addAll(new GasNatives(this::session).natives());
    natives.addAll(new ToolNatives(this::session, this::loadRelative, out).natives());
    return natives;
  }

  private ReplSession session() {
    return session;
  }

  private boolean run(Path start) {
    boolean loaded = false;
    try {
      load(start);
      loaded = true;
    } catch (PactException failure) {
      out.println(describe(failure));
    } catch (StackOverflowError tooDeep) {
      out.println(file + ":" + form + ": Evaluation nests deeper than the stack");
    }
    boolean good = loaded && report.failures() == 0;
    out.println(good ? "Load successful" : "Load failed");
    return good;
  }

  /** {@code file:line:column: message}, then the calls that it ended. */
  private String describe(PactException failure) {
    boolean inFile = failure.origin() == null && failure.position() != null;
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(inFile ? failure.position() : form);
    text.append(": ").append(failure.replText());
    for (String call : failure.callStack()) {
      text.append("\n  in ").append(call);
    }
    if (!inFile && failure.position() != null) {
      text.append("\n  at ").append(failure.position()).append(" of the innermost");
    }
    return text.toString();
  }

  private void loadRelative(String path, boolean reset) {
    Path caller = file;
    Position callerForm = form;
    if (reset) {
      session.reset();
    }
    try {
      load(caller.resolveSibling(path));
    } finally {
      file = caller;
      form = callerForm;
      session.useNatives(isCore(caller));
    }
  }

  private void load(Path target) {
    String source = read(target);
    file = target;
    boolean core = isCore(target);
    if (core) {
      session.transaction().scope().names().clear();
    }
    session.useNatives(core);
    List<TopLevel> forms = core ? Parser.program(source) : Parser.replProgram(source);
    forms.forEach(each -> ShadowCheck.require(session.natives(core), each));
    forms.forEach(this::evaluate);
  }

  private static boolean isCore(Path file) {
    return file.toString().endsWith(".pact");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw PactException.fatal("Cannot read " + file + ": " + failure.getMessage());
    }
  }

  private void evaluate(TopLevel next) {
    form = next.position();
    PactValue value = valueOf(next);
    if (trace) {
      out.println(file + ":" + form + ": " + ValueText.repl(value));
    }
  }

  private PactValue valueOf(TopLevel next) {
    Transaction transaction = session.transaction();
    if (next instanceof TopLevel.Definition definition) {
      return define(definition);
    }
    if (next instanceof TopLevel.Evaluation evaluation
        && evaluation.expression() instanceof Expression.Variable variable
        && variable.name() instanceof Name.Bare name
        && transaction.scope().names().containsKey(name.name())) {
      return new PString(name.name());
    }
    return new Interpreter(transaction).run(next);
  }

  private PactValue define(TopLevel.Definition form) {
    Transaction transaction = session.transaction();
    Definition definition =
        new Resolver(transaction).definition(form.declaration(), session.home());
    if (definition instanceof Defconst constant) {
      new ModuleInstaller(transaction).evaluate(constant);
    }
    session.home().add(definition);
    transaction.scope().add(definition);
    return new PString("Loaded " + definition.kind() + " " + definition.name());
  }
}
