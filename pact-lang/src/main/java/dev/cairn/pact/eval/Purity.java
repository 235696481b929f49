package dev.cairn.pact.eval;

/** What code may do to the database; entering a scope never gives more (reference 4.1). */
public enum Purity {
  /** Everything. */
  IMPURE,
  /** Read rows of all tables. */
  READ_ONLY,
  /** Read keysets, modules and the like, but no tables. */
  SYSTEM_ONLY;

  Purity restrictedTo(Purity other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
