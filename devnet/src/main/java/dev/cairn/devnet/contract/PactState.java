package dev.cairn.devnet.contract;

/**
 * The state of a chain as Pact's evaluator sees it.
 *
 * @param stored rows of a stored block
 * @param since what was written on top of them
 */
record PactState(StoredRows stored, dev.cairn.pact.db.ContractState since)
    implements ContractState {

  static final PactState EMPTY =
      new PactState(StoredRows.NONE, dev.cairn.pact.db.ContractState.EMPTY);

  static PactState of(ContractState state) {
    return (PactState) state;
  }
}
