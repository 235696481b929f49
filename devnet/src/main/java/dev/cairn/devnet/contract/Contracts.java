package dev.cairn.devnet.contract;

import dev.cairn.chainweb.ChainId;
import dev.cairn.devnet.store.Lineage;
import dev.cairn.devnet.store.Row;
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

  /** The rows that were written since the stored block that the state goes back to. */
  List<Row> changes(ContractState state);

  /**
   * Notes that the changes of a state are stored now, on whatever branch; gives the same state,
   * read from there. Blocks of one chain come in the order of their lineages.
   *
   * @param changes what {@link #changes} gave
   */
  ContractState stored(ContractState state, List<Row> changes, ChainId chain, Lineage lineage);

  /** The state of a stored block. */
  ContractState at(ChainId chain, Lineage lineage);
}
