package dev.cairn.pact.term;

import dev.cairn.pact.capability.CapabilityClosure;
import dev.cairn.pact.defpact.PactClosure;
import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.eval.FunctionClosure;
import dev.cairn.pact.module.Defcap;
import dev.cairn.pact.module.Defconst;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defpact;
import dev.cairn.pact.module.Deftable;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.value.Value;

/** A member of a module, in the version that was present when the code was loaded. */
public record Member(Definition definition, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    return valueOf(definition, frame.context());
  }

  /** What the name of the definition evaluates to. */
  static Value valueOf(Definition definition, Context context) {
    if (definition instanceof Defun function) {
      return new FunctionClosure(function, context);
    }
    if (definition instanceof Defconst constant) {
      return constant.value();
    }
    if (definition instanceof Defcap capability) {
      return new CapabilityClosure(capability, context);
    }
    if (definition instanceof Deftable table) {
      return table.value();
    }
    if (definition instanceof Defpact pact) {
      return new PactClosure(pact, context);
    }
    throw PactException.fatal(
        "Invalid def kind, received " + definition.kind() + " in var position");
  }
}
