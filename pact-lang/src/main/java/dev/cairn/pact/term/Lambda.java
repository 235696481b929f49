package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.eval.LambdaClosure;
import dev.cairn.pact.module.Definition;
import dev.cairn.pact.type.Parameter;
import dev.cairn.pact.value.Value;
import java.util.List;

/**
 * A function without a name.
 *
 * @param captured how many variables around it its body sees
 */
public record Lambda(
    List<Parameter> parameters, Definition.Body body, int captured, Position position)
    implements Term {

  @Override
  public Value eval(Frame frame) {
    return new LambdaClosure(parameters.size(), body, frame.captured(captured), frame.context());
  }
}
