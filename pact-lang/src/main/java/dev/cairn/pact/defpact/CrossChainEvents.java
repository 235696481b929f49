package dev.cairn.pact.defpact;

import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.Flag;
import dev.cairn.pact.eval.Transaction;
import dev.cairn.pact.value.ModuleHash;
import dev.cairn.pact.value.ModuleName;
import dev.cairn.pact.value.PList;
import dev.cairn.pact.value.PString;
import org.jspecify.annotations.Nullable;

/** The events that tell of a defpact's way from chain to chain. */
final class CrossChainEvents {
  private static final ModuleName MODULE = ModuleName.root("pact");

  private CrossChainEvents() {}

  /** Emits what the step that just ran resumed and yielded, if that crossed chains. */
  static void emit(Transaction transaction, @Nullable Yield resumed, PactExecution execution) {
    if (resumed != null && resumed.provenance() != null && resumed.source() != null) {
      emit(transaction, "X_RESUME", resumed.source(), execution, resumed.provenance().moduleHash());
    }
    Yield yielded = execution.yield();
    if (yielded != null && yielded.provenance() != null) {
      Yield.Provenance target = yielded.provenance();
      emit(transaction, "X_YIELD", target.targetChain(), execution, target.moduleHash());
    }
  }

  private static void emit(
      Transaction transaction,
      String name,
      String chain,
      PactExecution execution,
      ModuleHash hash) {
    if (transaction.environment().has(Flag.DISABLE_EVENTS)) {
      return;
    }
    PactContinuation call = execution.continuation();
    PList parameters =
        PList.of(new PString(chain), new PString(call.definition().toString()), call.arguments());
    transaction.events().add(new Event(name, parameters, MODULE, hash));
  }
}
