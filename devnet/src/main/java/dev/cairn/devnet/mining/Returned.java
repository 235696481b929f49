package dev.cairn.devnet.mining;

import dev.cairn.devnet.block.Block;
import dev.cairn.devnet.contract.Contracts;
import dev.cairn.devnet.transaction.Command;
import dev.cairn.devnet.transaction.Transaction;
import java.util.List;

/** Transactions of orphaned blocks. */
final class Returned {

  private Returned() {}

  /** The transactions of a block, ready to wait again. */
  static List<Transaction> from(Block orphan, Contracts contracts) {
    return orphan.commands().stream()
        .map(command -> Transaction.prepare(Command.parse(command), contracts))
        .toList();
  }
}
