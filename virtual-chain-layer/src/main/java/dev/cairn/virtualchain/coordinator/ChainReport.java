package dev.cairn.virtualchain.coordinator;

import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.pact.RequestKey;
import java.util.Optional;

/**
 * How a call on every chain went on one of them.
 *
 * @param detail the transaction's result or its error, for people
 * @param requestKey of the transaction, where one was needed
 */
public record ChainReport(
    ChainId chain, Outcome outcome, String detail, Optional<RequestKey> requestKey) {

  /** What became of the call. */
  public enum Outcome {
    /** The chain already was as it should be; nothing was sent. */
    ALREADY,
    /** The transaction is in a block and succeeded. */
    DONE,
    /** It failed, was refused, or did not get into a block in its time. */
    FAILED
  }

  public boolean isGood() {
    return outcome != Outcome.FAILED;
  }
}
