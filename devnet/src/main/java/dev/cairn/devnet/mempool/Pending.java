package dev.cairn.devnet.mempool;

import dev.cairn.devnet.transaction.Meta;
import dev.cairn.devnet.transaction.Transaction;
import java.util.Comparator;

/** A transaction that waits. */
record Pending(Transaction transaction, long arrival) {

  /** High price first, then low limit, then who came first (reference/chainweb.md 7.2). */
  static final Comparator<Pending> ORDER =
      Comparator.comparing((Pending pending) -> pending.meta().gasPrice())
          .reversed()
          .thenComparing(pending -> pending.meta().gasLimit())
          .thenComparing(Pending::arrival);

  private Meta meta() {
    return transaction.command().meta();
  }
}
