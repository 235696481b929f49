package dev.cairn.devnet.contract;

/** The state of a chain as Pact's evaluator keeps it. */
record PactState(dev.cairn.pact.db.ContractState state) implements ContractState {

  static final PactState EMPTY = new PactState(dev.cairn.pact.db.ContractState.EMPTY);

  static PactState of(ContractState state) {
    return (PactState) state;
  }
}
