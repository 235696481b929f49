package dev.cairn.devnet.contract;

import java.util.List;

/** A contract language. Safe for many threads; a run needs a thread with a deep stack. */
public interface Contracts {

  /** The state of a chain on which nothing has happened. */
  ContractState empty();

  /**
   * Reads code.
   *
   * @throws SyntaxException if it is none
   */
  Program.Code parse(String code);

  /** Runs something; the state before is untouched. */
  RunResult run(ContractState before, ContractRun run);

  /**
   * A state with rows put in as {@link RunResult.Success#changes} gave them out, of each name the
   * last.
   */
  ContractState restore(ContractState before, List<Write> rows);
}
