package dev.cairn.devnet.contract;

import java.util.List;
import java.util.Optional;

/** How a run ended. */
public sealed interface RunResult {

  /** The gas counter at the end, in milligas. */
  long milligas();

  /**
   * It came to its end.
   *
   * @param value stable JSON of the last form's value
   * @param events JSON of each event, in order
   * @param continuation JSON of the defpact's state, if one ran
   * @param writes rows of tables as they were written, in order; what a result's logs are made of
   */
  record Success(
      String value,
      ContractState after,
      List<String> events,
      Optional<String> continuation,
      List<Write> writes,
      long milligas)
      implements RunResult {

    public Success {
      events = List.copyOf(events);
      writes = List.copyOf(writes);
    }
  }

  /**
   * It failed, and nothing of it remains.
   *
   * @param type {@code EvalError}, {@code TxFailure} or {@code SyntaxError}
   * @param message the wording of results
   * @param reason the wording of refusals, where a failure is quoted inside another text
   * @param info place in the code, {@code <toplevel>:0}
   */
  record Failure(String type, String message, String reason, String info, long milligas)
      implements RunResult {}
}
