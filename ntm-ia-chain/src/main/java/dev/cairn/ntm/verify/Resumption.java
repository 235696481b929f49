package dev.cairn.ntm.verify;

import dev.cairn.ntm.checkpoint.Checkpoint;
import java.util.Optional;

/**
 * What a run makes of an earlier one. Whatever it reads, a chain that has another block in the
 * checkpoint's place, or none, fails.
 *
 * @param whole whether all blocks are read, those before the checkpoint too
 */
public record Resumption(Optional<Checkpoint> checkpoint, boolean whole) {

  /** There was no earlier run. */
  public static final Resumption NONE = new Resumption(Optional.empty(), true);
}
