package dev.cairn.pact.natives;

/**
 * A built-in function.
 *
 * @param name what programs write, such as {@code round}
 * @param overload its own name, different from {@code name} for an overload by argument count, such
 *     as {@code round-prec}; the key of the module hash's table of numbers
 * @param arity number of arguments
 * @param milligas flat cost of one call
 * @param strictArguments how many arguments are evaluated before the call; the REPL's expectations
 *     get the rest as closures
 */
public record Native(
    String name,
    String overload,
    int arity,
    long milligas,
    int strictArguments,
    NativeFunction function) {

  /** Flat cost of most natives (reference 4.11). */
  public static final long USUAL_MILLIGAS = 100;

  public Native {
    if (arity < 0 || milligas < 0) {
      throw new IllegalArgumentException("A native has no negative arity or cost: " + name);
    }
  }

  /** A native without overloads at the usual cost. */
  public static Native of(String name, int arity, NativeFunction function) {
    return of(name, arity, USUAL_MILLIGAS, function);
  }

  /** A native without overloads. */
  public static Native of(String name, int arity, long milligas, NativeFunction function) {
    return new Native(name, name, arity, milligas, arity, function);
  }

  /** The same native under its overload's own name. */
  public Native as(String overloadName) {
    return new Native(name, overloadName, arity, milligas, strictArguments, function);
  }

  /** The same native with closures in place of its arguments after the first so many. */
  public Native lazyAfter(int strict) {
    return new Native(name, overload, arity, milligas, strict, function);
  }

  /** The same native at no cost, as those of the REPL are. */
  public Native free() {
    return new Native(name, overload, arity, 0, strictArguments, function);
  }
}
