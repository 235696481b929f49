package dev.cairn.pact.chain;

import dev.cairn.pact.defpact.PactExecution;
import dev.cairn.pact.eval.Event;
import dev.cairn.pact.eval.WriteLog;
import dev.cairn.pact.value.PactValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a run ended. The gas used stands in the meter that the run was given. */
public sealed interface Outcome {

  /**
   * It ended well.
   *
   * @param value of the last form; unit if there was none
   * @param pact the defpact that the run started or continued; null if none
   * @param writes rows of user tables, in the order of writing
   */
  record Success(
      PactValue value,
      List<Event> events,
      @Nullable PactExecution pact,
      List<WriteLog.Write> writes)
      implements Outcome {}

  /**
   * It failed; the state is as before.
   *
   * @param type {@code SyntaxError}, {@code EvalError} or {@code TxFailure}
   * @param message at most 256 characters
   * @param replMessage the REPL's wording, in which refusals to buy gas are told
   * @param info origin and line, {@code <toplevel>:0}
   */
  record Failure(String type, String message, String replMessage, String info) implements Outcome {}
}
