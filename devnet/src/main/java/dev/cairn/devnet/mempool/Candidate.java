package dev.cairn.devnet.mempool;

import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.contract.SyntaxException;
import dev.cairn.devnet.state.ChainState;
import dev.cairn.devnet.transaction.Command;
import dev.cairn.devnet.transaction.Meta;
import dev.cairn.devnet.transaction.Transaction;
import java.util.Optional;

/**
 * A command that asks to be let in.
 *
 * @param transaction empty if its code is none
 * @param syntaxProblem empty if its code is code
 * @param state of the chain that it was sent to
 */
record Candidate(
    Command command,
    Optional<Transaction> transaction,
    Optional<String> syntaxProblem,
    ChainState state,
    Mempool mempool) {

  static Candidate of(Command command, Contracts contracts, ChainState state, Mempool mempool) {
    try {
      Transaction transaction = Transaction.prepare(command, contracts);
      return new Candidate(command, Optional.of(transaction), Optional.empty(), state, mempool);
    } catch (SyntaxException noCode) {
      Optional<String> problem = Optional.ofNullable(noCode.getMessage());
      return new Candidate(command, Optional.empty(), problem, state, mempool);
    }
  }

  Meta meta() {
    return command.meta();
  }
}
