package dev.cairn.pact.value;

/**
 * A value that can be stored. Java's {@code equals} is the language's {@code =}: structural,
 * decimals numerically (reference section 2.6).
 */
public sealed interface PactValue extends Value
    permits PString,
        PInteger,
        PDecimal,
        PBool,
        PUnit,
        PTime,
        PList,
        PObject,
        Guard,
        ModuleRef,
        CapToken,
        PTable {

  /** Levels of lists, objects and arguments inside; 0 for a value without parts. */
  default int depth() {
    return 0;
  }

  /** How much there is to walk or print, counting shared parts as often as they occur. */
  default long weight() {
    return 1;
  }
}
