package dev.cairn.pact.natives;

import dev.cairn.pact.syntax.Expression;
import dev.cairn.pact.syntax.Name;
import dev.cairn.pact.syntax.Parser;
import dev.cairn.pact.syntax.TopLevel;
import dev.cairn.pact.value.PInteger;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PObject;
import dev.cairn.pact.value.PactValue;
import dev.cairn.pact.value.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evaluates calls of pure natives on literals, so that these can be tested by themselves. */
public final class PureEvaluator {
  private static final NativeTable NATIVES =
      NativeTable.of(
          List.of(
              ArithmeticNatives.natives(),
              TranscendentalNatives.natives(),
              BitNatives.natives(),
              ComparisonNatives.natives(),
              SequenceNatives.natives(),
              ListNatives.natives(),
              TextNatives.natives(),
              CodecNatives.natives(),
              HashNatives.natives(),
              TimeNatives.natives()));

  private static final Map<String, PactValue> CONSTANTS =
      Map.of("CHARSET_ASCII", PInteger.of(0), "CHARSET_LATIN1", PInteger.of(1));

  /** The expression needs more than pure natives. */
  public static final class NotPure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private NotPure(String what) {
      super(what);
    }
  }

  private static final class Meter implements NativeContext {
    private long spent;

    @Override
    public Value call(Value closure, Value... arguments) {
      throw new NotPure("closure");
    }

    @Override
    public void charge(long milligas) {
      spent += milligas;
    }
  }

  private final Meter meter = new Meter();

  private PureEvaluator() {}

  public static PactValue evaluate(String expression) {
    return (PactValue) new PureEvaluator().value(parsed(expression));
  }

  /** The milligas that evaluating it takes, flat costs included. */
  public static long milligas(String expression) {
    PureEvaluator evaluator = new PureEvaluator();
    evaluator.value(parsed(expression));
    return evaluator.meter.spent;
  }

  private static Expression parsed(String expression) {
    TopLevel form = Parser.program(expression).get(0);
    return ((TopLevel.Evaluation) form).expression();
  }

  private Value value(Expression expression) {
    if (expression instanceof Expression.Literal literal) {
      return literal.value();
    }
    if (expression instanceof Expression.ListOf list) {
      return PList.of(list.items().stream().map(item -> (PactValue) value(item)).toList());
    }
    if (expression instanceof Expression.ObjectOf object) {
      Map<String, PactValue> fields = new TreeMap<>();
      object.fields().forEach(field -> fields.put(field.key(), (PactValue) value(field.value())));
      return PObject.of(fields);
    }
    if (expression instanceof Expression.Variable variable) {
      return constant(variable.name().toString());
    }
    if (expression instanceof Expression.Application application) {
      return application(application);
    }
    throw new NotPure(expression.toString());
  }

  private static Value constant(String name) {
    PactValue value = CONSTANTS.get(name);
    if (value == null) {
      throw new NotPure(name);
    }
    return value;
  }

  private Value application(Expression.Application application) {
    if (!(application.function() instanceof Expression.Variable variable)
        || !(variable.name() instanceof Name.Bare name)) {
      throw new NotPure(application.function().toString());
    }
    List<Expression> operands = application.operands();
    Native target = NATIVES.find(name.name(), operands.size());
    if (target == null || target.arity() != operands.size()) {
      throw new NotPure(name.name());
    }
    Value[] arguments = operands.stream().map(this::value).toArray(Value[]::new);
    meter.charge(target.milligas());
    return target.function().apply(new NativeCall(name.name(), meter, arguments));
  }
}
