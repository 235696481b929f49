package dev.cairn.ntm.checkpoint;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Timestamp;
import java.time.Duration;

/**
 * That a chain was valid up to a block. It says so by the keys, the clock and the tolerance of the
 * run that made it; a run with others can't lean on it.
 *
 * @param index the newest block then
 * @param hash its file's hash, which by the links stands for all files before it
 * @param keyringDigest the keys that were trusted
 * @param checkedAt what the verifier took for now
 * @param skew how far in the future timestamps could lie
 */
public record Checkpoint(
    BlockIndex index, BlockHash hash, String keyringDigest, Timestamp checkedAt, Duration skew) {

  public Checkpoint {
    if (BlockHash.parse(keyringDigest).isEmpty()) {
      throw new IllegalArgumentException("A keyring's digest is 64 lower-case hex digits.");
    }
    if (skew.isNegative()) {
      throw new IllegalArgumentException("A checkpoint's skew is not negative.");
    }
  }
}
