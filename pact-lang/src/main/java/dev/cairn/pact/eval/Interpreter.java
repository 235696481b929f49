package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.module.ModuleInstaller;
import dev.cairn.pact.resolve.Resolver;
import dev.cairn.pact.syntax.Import;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.PString;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;

/** Runs top-level forms, one after the other, in one transaction. */
public final class Interpreter {
  private final Transaction transaction;

  public Interpreter(Transaction transaction) {
    this.transaction = transaction;
  }

  /** Runs the form; the result of loading something is a text that says so. */
  public PactValue run(TopLevel form) {
    if (form instanceof TopLevel.Evaluation evaluation) {
      return evaluate(evaluation);
    }
    if (form instanceof TopLevel.Module module) {
      return loaded(new ModuleInstaller(transaction).install(module));
    }
    if (form instanceof TopLevel.Interface contract) {
      return loaded(new ModuleInstaller(transaction).install(contract));
    }
    if (form instanceof TopLevel.Use use) {
      return load(use.what());
    }
    throw PactException.fatal("Only the REPL takes definitions outside of modules")
        .at(form.position());
  }

  private PactValue evaluate(TopLevel.Evaluation form) {
    Definition.Body body = new Resolver(transaction).expression(form.expression());
    Value result = evaluate(body);
    if (result instanceof PactValue value) {
      return value;
    }
    String text = "Evaluation did not reduce to a value";
    throw PactException.fatal(text, "Program encountered an unhandled error: " + text)
        .at(form.position());
  }

  private Value evaluate(Definition.Body body) {
    CallStack calls = transaction.calls();
    calls.descend(body.height());
    Frame frame = Frame.of(body, new Value[0], Context.topLevel(transaction));
    Value result = body.term().eval(frame);
    calls.ascend(body.height());
    return result;
  }

  private static PactValue loaded(Module module) {
    String kind = module.isInterface() ? "interface " : "module ";
    return new PString("Loaded " + kind + module.name() + ", hash " + module.hash());
  }

  private PactValue load(Import what) {
    new Resolver(transaction).imports(what).forEach(transaction.scope()::add);
    return new PString("Loaded imports from " + what.module());
  }
}
