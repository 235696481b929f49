package dev.cairn.ntm.verify;

import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import java.util.Optional;

/** What was found where a block's file should be. */
sealed interface ReadBlock {

  BlockIndex index();

  /**
   * A block that is there.
   *
   * @param hash empty where the file is too large to be hashed
   */
  record Examined(BlockIndex index, Optional<BlockHash> hash, ExaminedBlock block)
      implements ReadBlock {}

  /**
   * No block, though its name was listed.
   *
   * @param what says what is there, as the end of a sentence
   */
  record Absent(BlockIndex index, String what) implements ReadBlock {}
}
