package dev.cairn.ntm.watch;

import dev.cairn.ntm.block.BlockData;
import dev.cairn.ntm.block.BlockHash;
import dev.cairn.ntm.block.BlockIndex;
import dev.cairn.ntm.block.Envelope;
import dev.cairn.ntm.block.Field;
import dev.cairn.ntm.block.Timestamp;
import dev.cairn.ntm.canonical.PhpDecoder;
import dev.cairn.ntm.canonical.PhpJsonException;
import dev.cairn.ntm.canonical.PhpValue.PhpMap;
import dev.cairn.ntm.store.BlockFile;
import dev.cairn.ntm.store.ChainDirectory;
import java.io.IOException;
import java.util.Optional;

/**
 * A block for showing, whether or not it is good.
 *
 * @param data empty if the file can't be read as a block
 */
public record RecentBlock(BlockIndex index, BlockHash hash, Optional<BlockData> data) {

  /** Reads a block that is there. */
  public static RecentBlock read(ChainDirectory chain, BlockIndex index) throws IOException {
    BlockFile file = chain.read(index);
    return new RecentBlock(index, file.hash(), file.bytes().flatMap(RecentBlock::data));
  }

  /** When it was sealed; empty if it doesn't say so readably. */
  public Optional<Timestamp> sealedAt() {
    return data.flatMap(known -> known.timestamp(Field.TIMESTAMP));
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
