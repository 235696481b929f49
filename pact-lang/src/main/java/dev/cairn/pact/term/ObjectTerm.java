package dev.cairn.pact.term;

import dev.cairn.pact.error.Position;
import dev.cairn.pact.eval.Closure;
import dev.cairn.pact.eval.Frame;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code {'a: x, 'b: y}}; of fields with one key the last counts. */
public record ObjectTerm(List<Field> fields, Position position) implements Term {
  private static final long MILLIGAS_PER_FIELD = 100;

  public record Field(String key, Term value) {}

  @Override
  public Value eval(Frame frame) {
    frame.context().charge(MILLIGAS_PER_FIELD * fields.size());
    Map<String, PactValue> values = new HashMap<>();
    for (Field field : fields) {
      values.put(field.key(), Closure.pactValue(field.value().eval(frame)));
    }
    return PObject.of(values);
  }
}
