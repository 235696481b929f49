package dev.cairn.proof.life;

import java.util.Locale;
import java.util.Optional;

/**
 * How far a batch has come, in order. After a reorganisation it goes back, to closed at the most.
 */
public enum BatchState {
  /** Takes events. */
  OPEN,
  /** Its events, their order and the root are settled. */
  CLOSED,
  /** A transaction that carries the root was sent. */
  SUBMITTED,
  /** That transaction is in a block. */
  MINED,
  /** The block is as deep as the ingestor waits for. */
  FINAL,
  /** The proof of the anchor is made, checked and stored: there is evidence. */
  PROVED;

  /** The name on the wire, such as {@code proved}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** True if a batch in this state has passed, or is in, the other. */
  public boolean reached(BatchState wanted) {
    return compareTo(wanted) >= 0;
  }

  /** The state of that name on the wire; empty if there is none. */
  public static Optional<BatchState> parse(String text) {
    for (BatchState state : values()) {
      if (state.text().equals(text)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
