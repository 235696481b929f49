package dev.cairn.proof.store;

import dev.cairn.chainweb.BlockHeight;
import dev.cairn.chainweb.ChainId;
import dev.cairn.chainweb.Hash;
import dev.cairn.proof.life.BlockPlace;

/** The fields of a block's place in a row: {@code chain(4) ‖ height(8) ‖ hash(32)}; they sort. */
final class BlockRow {
  private BlockRow() {}

  static void write(RowWriter row, BlockPlace block) {
    row.int32(block.chain().value()).int64(block.height().value()).fixed(block.hash().bytes());
  }

  static BlockPlace read(RowReader row) {
    return new BlockPlace(
        new ChainId(row.int32()), new BlockHeight(row.int64()), Hash.of(row.fixed(Hash.SIZE)));
  }
}
