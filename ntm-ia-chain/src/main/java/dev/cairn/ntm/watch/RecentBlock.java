package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.store.BlockFile;
import java.util.Optional;

/**
 * A block for showing, whether or not it is good.
 *
 * @param data empty if the file can't be read as a block
 */
public record RecentBlock(BlockIndex index, BlockHash hash, Optional<BlockData> data) {

  static RecentBlock of(BlockIndex index, BlockFile file) {
    return new RecentBlock(index, file.hash(), file.bytes().flatMap(RecentBlock::data));
  }

  private static Optional<BlockData> data(byte[] file) {
    try {
      return PhpDecoder.decode(file).value() instanceof PhpMap top
              && top.members().get(Envelope.BLOCK_DATA) instanceof PhpMap map
          ? Optional.of(new BlockData(map))
          : Optional.empty();
    } catch (PhpJsonException notJson) {
      return Optional.empty();
    }
  }
}
