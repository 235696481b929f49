package dev.cairn.devnet.contract;

import java.util.List;

/** Temporary. */
public final class PactContracts implements Contracts {
  @Override
  public ContractState empty() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Program.Code parse(String code) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome run(ContractState before, Run run) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ContractState restore(ContractState before, List<Write> rows) {
    throw new UnsupportedOperationException();
  }
}
