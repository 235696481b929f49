package dev.cairn.pact.term;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.keyset.Guards;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code (create-user-guard (f args…))}: the arguments are evaluated, the call is not made. */
public record CreateUserGuard(Term call, Position position) implements Term {

  @Override
  public Value eval(Frame frame) {
    if (!(call instanceof Application application)
        || !(application.function() instanceof Member member)) {
      throw notACall();
    }
    List<PactValue> values = new ArrayList<>(application.operands().size());
    for (Term argument : application.operands()) {
      values.add(Closure.pactValue(argument.eval(frame)));
    }
    return guard(member.definition(), PList.of(values));
  }

  private Value guard(Definition definition, PList arguments) {
    if (definition instanceof Defun function) {
      return new Guard.UserGuard(function.qualifiedName(), arguments);
    }
    throw Guards.mustBeFunction(definition.qualifiedName(), definition.kind()).at(position);
  }

  private PactException notACall() {
    String reason = "create-user-guard: expected function application of a top-level function";
    return PactException.fatal(
            "native execution failure, create-user-guard failed with message: " + reason,
            "Native execution failed for create-user-guard with the message: " + reason)
        .at(position);
  }
}
