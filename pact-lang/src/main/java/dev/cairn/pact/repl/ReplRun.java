package dev.cairn.pact.repl;

import dev.cairn.pact.coverage.Coverage;
import dev.cairn.pact.encoding.ValueText;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
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
import dev.cairn.pact.term.Probes;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PUnit;
import dev.cairn.pact.value.PactValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evaluates files and typed text, form by form, in one session. */
final class ReplRun {
  private final ReplSettings settings;
  private final TestReport report = new TestReport(this::place);
  private final CodeOrigins origins = new CodeOrigins();
  private final ReplSession session;
  private Path file = Path.of("");
  private @Nullable Position loading;
  private Position form = Position.NONE;

  // A failure is described where its file is the present one, and told where all have ended.
  private @Nullable PactException described;
  private String description = "";

  ReplRun(ReplSettings settings) {
    this.settings = settings;
    Coverage coverage = settings.coverage();
    this.session = new ReplSession(natives(), coverage == null ? Probes.NONE : coverage);
  }

  private List<Native> natives() {
    List<Native> natives = new ArrayList<>();
    natives.addAll(new ExpectNatives(this::session, report).natives());
    natives.addAll(new EnvironmentNatives(this::session).natives());
    natives.addAll(new TransactionNatives(this::session).natives());
    natives.addAll(new GasNatives(this::session).natives());
    natives.addAll(new ToolNatives(this::session, this::loadRelative, this::print).natives());
    return natives;
  }

  ReplSession session() {
    return session;
  }

  TestReport report() {
    return report;
  }

  /** {@code file:line:column} of the top-level form that runs now. */
  String place() {
    return file + ":" + form;
  }

  private void print(String text) {
    settings.out().println(settings.trace() ? place() + ":Print: " + text : text);
  }

  /** {@code file:line:column: message}, then the calls that it ended, innermost first. */
  String describe(PactException failure) {
    if (failure != described) {
      description = origins.describe(failure, file, form);
      described = failure;
    }
    return description;
  }

  private void loadRelative(String path, boolean reset) {
    Path caller = file;
    Position callerForm = form;
    loading = form;
    if (reset) {
      session.reset();
    }
    try {
      load(caller.resolveSibling(path).normalize());
    } catch (PactException failure) {
      describe(failure);
      throw failure;
    } finally {
      file = caller;
      form = callerForm;
      session.useNatives(isCore(caller));
      closeCoverage();
    }
  }

  /** Runs the file; its failure is described by {@link #describe}. */
  void load(Path target) {
    Path caller = file;
    file = target;
    form = Position.NONE;
    String source = source(target, caller);
    origins.source(target, source);
    boolean core = isCore(target);
    if (core) {
      session.transaction().scope().names().clear();
    }
    session.useNatives(core);
    List<TopLevel> forms = parsed(source, core);
    openCoverage(target, core, forms);
    forms.forEach(this::evaluate);
    closeCoverage();
  }

  private List<TopLevel> parsed(String source, boolean core) {
    List<TopLevel> forms = core ? Parser.program(source) : Parser.replProgram(source);
    forms.forEach(each -> ShadowCheck.require(session.natives(core), each));
    return forms;
  }

  private void openCoverage(Path target, boolean core, List<TopLevel> forms) {
    Coverage coverage = settings.coverage();
    if (coverage != null && core) {
      coverage.open(target, forms);
    }
  }

  private void closeCoverage() {
    Coverage coverage = settings.coverage();
    if (coverage != null) {
      coverage.close();
    }
  }

  private static boolean isCore(Path file) {
    return file.toString().endsWith(".pact");
  }

  /** A file that somebody loads and that cannot be read is a failure of the loading form. */
  private String source(Path target, Path caller) {
    try {
      return SourceFile.read(target);
    } catch (PactException unreadable) {
      if (loading != null) {
        file = caller;
        form = loading;
        throw PactException.fatal("Cannot load " + target + ": " + unreadable.replText());
      }
      throw unreadable;
    }
  }

  /** The forms of what somebody typed, under a name that stands for the file. */
  List<TopLevel> typed(Path name, String source) {
    file = name;
    form = Position.NONE;
    origins.source(name, source);
    session.useNatives(false);
    return parsed(source, false);
  }

  /** Runs the form; with trace its value is printed, unless it is unit. */
  PactValue evaluate(TopLevel next) {
    form = next.position();
    PactValue value = valueOf(next);
    if (settings.trace() && value != PUnit.UNIT) {
      settings.out().println(place() + ":Trace: " + ValueText.repl(value));
    }
    return value;
  }

  private PactValue valueOf(TopLevel next) {
    Transaction transaction = session.transaction();
    if (next instanceof TopLevel.Definition definition) {
      return define(definition);
    }
    if (next instanceof TopLevel.Module module) {
      origins.add(transaction.scope().namespace(), module, file);
    }
    if (next instanceof TopLevel.Evaluation evaluation
        && evaluation.expression() instanceof Expression.Variable variable
        && variable.name() instanceof Name.Bare name
        && transaction.scope().names().containsKey(name.name())) {
      return new PString(name.name());
    }
    return new Interpreter(transaction).run(next);
  }

  private PactValue define(TopLevel.Definition next) {
    Transaction transaction = session.transaction();
    Definition definition =
        new Resolver(transaction).definition(next.declaration(), session.home());
    if (definition instanceof Defconst constant) {
      new ModuleInstaller(transaction).evaluate(constant);
    }
    origins.add(definition, file);
    session.home().add(definition);
    transaction.scope().add(definition);
    return new PString("Loaded " + definition.kind() + " " + definition.name());
  }
}
