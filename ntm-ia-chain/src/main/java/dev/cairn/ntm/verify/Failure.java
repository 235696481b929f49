package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import java.util.Optional;

/**
 * One check that failed.
 *
 * @param block empty for the chain as a whole
 * @param detail a whole sentence in printable ASCII
 */
public record Failure(Optional<BlockIndex> block, Check check, String detail) {

  /** The newest block was sealed too long ago. */
  static Failure stale(long newest, Timestamp sealed, Timestamp now) {
    return new Failure(
        Optional.of(new BlockIndex(newest)),
        Check.TIMESTAMP_STALE,
        "The newest block is of " + sealed + "; now is " + now + ".");
  }
}
