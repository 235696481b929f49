package dev.cairn.devnet.contract;

/**
 * Everything that contracts of one chain have stored. Immutable: a run makes a new state, and
 * states share what they have in common, so keeping many costs little.
 */
public interface ContractState {}
