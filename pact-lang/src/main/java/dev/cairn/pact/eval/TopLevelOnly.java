package dev.cairn.pact.eval;

import dev.cairn.pact.error.PactException;

/** Natives that only work outside functions. */
public final class TopLevelOnly {

  private TopLevelOnly() {}

  /** Fails if the native is called inside a function. */
  public static void require(Context context, String nativeName) {
    if (!context.transaction().calls().isEmpty()) {
      throw PactException.fatal(
          "Top-level call used in module " + nativeName,
          "Top-level call used in module: " + nativeName);
    }
  }

  /** Fails in a transaction whose history is closed. */
  public static void requireLocal(Context context, String nativeName) {
    Environment environment = context.transaction().environment();
    if (!environment.local() && environment.has(Flag.DISABLE_HISTORY_IN_TRANSACTIONS)) {
      throw PactException.fatal("Operation only permitted in local execution mode: " + nativeName);
    }
  }
}
