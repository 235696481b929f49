package dev.cairn.devnet.contract;

import java.util.List;
import java.util.Optional;

/** Something that can be run. */
public sealed interface Program {

  /** Code that has been read; made by {@link Contracts#parse} and run by the same contracts. */
  non-sealed interface Code extends Program {
    /** The source text of each top-level form. */
    List<String> forms();
  }

  /**
   * The next step of a defpact.
   *
   * @param proof transport text of the proof that another chain has made the step before
   */
  record Step(String pactId, int step, boolean rollback, Optional<String> proof)
      implements Program {}
}
