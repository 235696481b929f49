package dev.cairn.pact.natives;

/**
 * A built-in function.
 *
 * @param name what programs write, such as {@code round}
 * @param overload its own name, different from {@code name} for an overload by argument count, such
 *     as {@code round-prec}; the key of the module hash's table of numbers
 * @param arity number of arguments
 * @param milligas flat cost of one call
 */
public record Native(
    String name, String overload, int arity, long milligas, NativeFunction function) {

  /** Flat cost of most natives (reference 4.11). */
  public static final long USUAL_MILLIGAS = 100;

  public Native {
    if (arity < 0 || milligas < 0) {
      throw new IllegalArgumentException("A native has no negative arity or cost: " + name);
    }
  }

  /** A native without overloads at the usual cost. */
  public static Native of(String name, int arity, NativeFunction function) {
    return new Native(name, name, arity, USUAL_MILLIGAS, function);
  }

  /** A native without overloads. */
  public static Native of(String name, int arity, long milligas, NativeFunction function) {
    return new Native(name, name, arity, milligas, function);
  }

  /** The same native under its overload's own name. */
  public Native as(String overloadName) {
    return new Native(name, overloadName, arity, milligas, function);
  }
}
