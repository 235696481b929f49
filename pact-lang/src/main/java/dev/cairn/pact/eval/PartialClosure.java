package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;
import dev.cairn.pact.value.Value;
import java.util.Arrays;

/** A closure of which some arguments are given. */
final class PartialClosure implements Closure {
  private final Closure whole;
  private final int arity;
  private final Value[] given;

  private PartialClosure(Closure whole, int arity, Value[] given) {
    this.whole = whole;
    this.arity = arity;
    this.given = given;
  }

  /** The closure after fewer arguments than it needs; none leaves it as it is. */
  static Closure of(Closure whole, int arity, Value[] given) {
    return given.length == 0 ? whole : new PartialClosure(whole, arity, given);
  }

  /**
   * Charges code of the program that gets only some of its arguments; these themselves are charged
   * when the rest comes.
   */
  static void charge(Context context, Value[] given) {
    if (given.length > 0) {
      context.charge(CALL_MILLIGAS);
    }
  }

  @Override
  public Value apply(Value... arguments) {
    Value[] all = Arrays.copyOf(given, given.length + arguments.length);
    System.arraycopy(arguments, 0, all, given.length, arguments.length);
    if (all.length > arity) {
      throw Closure.tooManyArguments();
    }
    return whole.apply(all);
  }

  @Override
  public boolean isPartial() {
    return true;
  }

  @Override
  public PactException unsaturated() {
    return PactException.fatal(
        "Incorrect number of arguments ("
            + given.length
            + ") for "
            + whole.describe()
            + " supplied; expected ("
            + arity
            + ")",
        "Incorrect number of arguments ("
            + given.length
            + ") for "
            + whole.describe()
            + " supplied; expected "
            + arity);
  }

  @Override
  public String describe() {
    return whole.describe();
  }
}
