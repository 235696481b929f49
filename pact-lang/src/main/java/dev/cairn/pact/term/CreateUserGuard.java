package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.module.Defun;
import dev.cairn.pact.value.Guard;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.ArrayList;
import java.util.List;

/** {@code (create-user-guard (f args…))}: the arguments are evaluated, the call is not made. */
public record CreateUserGuard(Defun function, List<Term> arguments, Position position)
    implements Term {

  @Override
  public Value eval(Frame frame) {
    List<PactValue> values = new ArrayList<>(arguments.size());
    for (Term argument : arguments) {
      values.add(Closure.pactValue(argument.eval(frame)));
    }
    return new Guard.UserGuard(function.qualifiedName(), PList.of(values));
  }
}
