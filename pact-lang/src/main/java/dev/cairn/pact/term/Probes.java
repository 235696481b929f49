package dev.cairn.pact.term;

/**
 * Looks on while code runs: it may put an observer in the place of a term when that is resolved.
 */
@FunctionalInterface
public interface Probes {

  /** Nobody looks on. */
  Probes NONE = term -> term;

  /** The term, or one that gives the same value and tells that it was evaluated. */
  Term observe(Term term);
}
