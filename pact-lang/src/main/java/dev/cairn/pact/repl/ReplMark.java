package dev.cairn.pact.repl;

import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.keyset.Namespace;
import dev.cairn.pact.module.Definition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All of a transaction's state but its rows and gas, to come back to after an expected failure. */
record ReplMark(
    Transaction transaction,
    Transaction.Mark mark,
    List<Event> events,
    Map<String, Definition> names,
    @Nullable Namespace namespace,
    @Nullable PactExecution pact) {

  static ReplMark of(Transaction transaction) {
    return new ReplMark(
        transaction,
        transaction.mark(),
        transaction.events().events(),
        Map.copyOf(transaction.scope().names()),
        transaction.scope().namespace(),
        transaction.pact().execution());
  }

  void restore() {
    transaction.returnTo(mark);
    transaction.events().clear();
    events.forEach(transaction.events()::add);
    transaction.scope().restore(names);
    transaction.scope().enter(namespace);
    transaction.pact().execution(pact);
  }
}
