package dev.cairn.pact.term;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Context;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Module;
import dev.cairn.pact.value.ModuleRef;
import dev.cairn.pact.value.Value;

/** {@code r::f}: the member of the module that a variable refers to, in its present version. */
public record DynamicMember(Variable reference, String member, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    if (!(reference.eval(frame) instanceof ModuleRef module)) {
      throw PactException.fatal(
              "Attempted to use " + reference.name() + " as dynamic name, but it is not a modref",
              "Attempt to use "
                  + reference.name()
                  + " as a dynamic name failed because it is not a valid modref.")
          .at(position);
    }
    return Member.valueOf(definition(frame.context(), module), frame.context().calledOut());
  }

  private Definition definition(Context context, ModuleRef reference) {
    Module module = context.transaction().modules().module(reference.name());
    Definition found = module.find(member);
    if (found == null) {
      throw PactException.fatal("Unbound free variable " + module + "." + member).at(position);
    }
    return found;
  }
}
